// Words were gathered from the header rows, totals and notes of some 130 published notices and from the forms of
// departments; the table is the knowledge, the functions only look up.
#include "normalize/lexicon.h"

#include <array>

#include "model/utf8.h"
#include "wrap/text.h"

namespace mingdan::lexicon {

namespace {

enum class Match : unsigned char { whole, ending };

struct HeaderWord {
    std::string_view word;
    Role role;
    Match match;
};

// Read from top to bottom: the first that fits decides, so 单位名称 stands before …名称.
constexpr HeaderWord kHeaderWords[] = {
    {"序号", Role::index, Match::ending},
    {"序", Role::index, Match::whole},
    {"顺序", Role::index, Match::whole},
    {"顺序号", Role::index, Match::whole},
    {"项次", Role::index, Match::whole},
    {"No.", Role::index, Match::whole},
    {"NO.", Role::index, Match::whole},

    {"区县", Role::region, Match::ending},
    {"县区", Role::region, Match::ending},
    {"区（县）", Role::region, Match::ending},
    {"县（区）", Role::region, Match::ending},
    {"区、县", Role::region, Match::ending},
    {"县、区", Role::region, Match::ending},
    {"市县", Role::region, Match::ending},
    {"县市", Role::region, Match::whole},
    {"县市区", Role::region, Match::ending},
    {"县（市、区）", Role::region, Match::ending},
    {"县（市区）", Role::region, Match::ending},
    {"县（市）", Role::region, Match::ending},
    {"县（市）区", Role::region, Match::ending},
    {"区（市）", Role::region, Match::ending},
    {"区（市、县）", Role::region, Match::ending},
    {"区（市）县", Role::region, Match::ending},
    {"区（县、市）", Role::region, Match::ending},
    {"区（县市）", Role::region, Match::ending},
    {"市（县、区）", Role::region, Match::ending},
    {"市（区）", Role::region, Match::ending},
    {"市、区", Role::region, Match::whole},
    {"市、县", Role::region, Match::whole},
    {"市、县（区）", Role::region, Match::ending},
    {"市（州）", Role::region, Match::ending},
    {"市州", Role::region, Match::ending},
    {"地市", Role::region, Match::ending},
    {"盟市", Role::region, Match::ending},
    {"设区市", Role::region, Match::ending},
    {"省份", Role::region, Match::ending},
    {"省（区、市）", Role::region, Match::ending},
    {"省（市、区）", Role::region, Match::ending},
    {"省市", Role::region, Match::ending},
    {"省市区", Role::region, Match::ending},
    {"地区", Role::region, Match::ending},
    {"区域", Role::region, Match::ending},
    {"属地", Role::region, Match::ending},
    {"所在地", Role::region, Match::ending},
    {"所在市", Role::region, Match::whole},
    {"所在县", Role::region, Match::whole},
    {"所在区", Role::region, Match::whole},
    {"行政区划", Role::region, Match::ending},
    {"辖区", Role::region, Match::ending},
    {"乡镇", Role::region, Match::ending},
    {"镇街", Role::region, Match::ending},
    {"镇（街道）", Role::region, Match::ending},
    {"镇（街）", Role::region, Match::ending},
    {"乡镇（街道）", Role::region, Match::ending},
    {"乡（镇）", Role::region, Match::ending},
    {"乡镇、街道", Role::region, Match::ending},
    {"镇、街道", Role::region, Match::ending},
    {"街道", Role::region, Match::whole},
    {"街镇", Role::region, Match::ending},
    {"城市", Role::region, Match::whole},

    {"备注", Role::remark, Match::ending},
    {"附注", Role::remark, Match::ending},
    {"说明", Role::remark, Match::whole},

    {"统一社会信用代码", Role::code, Match::ending},
    {"电话", Role::contact, Match::ending},
    {"电话号码", Role::contact, Match::ending},
    {"手机", Role::contact, Match::ending},
    {"手机号", Role::contact, Match::ending},
    {"手机号码", Role::contact, Match::ending},
    {"联系方式", Role::contact, Match::ending},
    {"邮箱", Role::contact, Match::ending},
    {"传真", Role::contact, Match::ending},
    {"QQ", Role::contact, Match::ending},
    {"标识码", Role::code, Match::ending},
    {"代码", Role::code, Match::ending},
    {"编码", Role::code, Match::ending},
    {"编号", Role::code, Match::ending},
    {"证号", Role::code, Match::ending},
    {"身份证", Role::code, Match::ending},
    {"身份证号码", Role::code, Match::ending},
    {"账号", Role::code, Match::ending},
    {"帐号", Role::code, Match::ending},
    {"文号", Role::code, Match::ending},
    {"学号", Role::code, Match::ending},
    {"考号", Role::code, Match::ending},
    {"批号", Role::code, Match::ending},
    {"邮编", Role::code, Match::ending},
    {"邮政编码", Role::code, Match::ending},

    {"单位名称", Role::organisation, Match::ending},
    {"企业名称", Role::organisation, Match::ending},
    {"公司名称", Role::organisation, Match::ending},
    {"学校名称", Role::organisation, Match::ending},
    {"院校名称", Role::organisation, Match::ending},
    {"机构名称", Role::organisation, Match::ending},
    {"组织名称", Role::organisation, Match::ending},
    {"部门名称", Role::organisation, Match::ending},
    {"合作社名称", Role::organisation, Match::ending},
    {"协会名称", Role::organisation, Match::ending},
    {"医院名称", Role::organisation, Match::ending},
    {"幼儿园名称", Role::organisation, Match::ending},
    {"党组织", Role::organisation, Match::ending},
    {"党支部", Role::organisation, Match::ending},
    {"单位", Role::organisation, Match::ending},
    {"企业", Role::organisation, Match::ending},
    {"公司", Role::organisation, Match::ending},
    {"学校", Role::organisation, Match::ending},
    {"院校", Role::organisation, Match::ending},
    {"高校", Role::organisation, Match::whole},
    {"学院", Role::organisation, Match::whole},
    {"部门", Role::organisation, Match::ending},
    {"机构", Role::organisation, Match::ending},
    {"合作社", Role::organisation, Match::whole},
    {"组织", Role::organisation, Match::whole},
    {"园所", Role::organisation, Match::whole},
    {"幼儿园", Role::organisation, Match::whole},

    {"姓名", Role::person, Match::ending},
    {"负责人", Role::person, Match::ending},
    {"主持人", Role::person, Match::ending},
    {"领衔人", Role::person, Match::ending},
    {"带头人", Role::person, Match::ending},
    {"完成人", Role::person, Match::ending},
    {"参与人", Role::person, Match::ending},
    {"参与者", Role::person, Match::ending},
    {"参加人", Role::person, Match::ending},
    {"参与人员", Role::person, Match::ending},
    {"联系人", Role::person, Match::ending},
    {"传承人", Role::person, Match::ending},
    {"申请人", Role::person, Match::ending},
    {"推荐人", Role::person, Match::ending},
    {"法人代表", Role::person, Match::ending},
    {"法定代表人", Role::person, Match::ending},
    {"成员", Role::person, Match::ending},
    {"组员", Role::person, Match::ending},
    {"作者", Role::person, Match::ending},
    {"教师", Role::person, Match::ending},
    {"老师", Role::person, Match::ending},
    {"选手", Role::person, Match::ending},
    {"学生", Role::person, Match::whole},
    {"获奖者", Role::person, Match::ending},
    {"获奖人", Role::person, Match::ending},
    {"获奖人员", Role::person, Match::ending},
    {"主讲人", Role::person, Match::ending},
    {"授课人", Role::person, Match::ending},

    {"奖项", Role::award, Match::ending},
    {"奖次", Role::award, Match::ending},
    {"奖级", Role::award, Match::ending},
    {"奖别", Role::award, Match::ending},
    {"等级", Role::award, Match::ending},
    {"等次", Role::award, Match::ending},
    {"荣誉称号", Role::award, Match::ending},
    {"获奖情况", Role::award, Match::ending},

    {"日期", Role::date, Match::ending},
    {"时间", Role::date, Match::ending},
    {"年月", Role::date, Match::ending},

    {"金额", Role::amount, Match::ending},
    {"经费", Role::amount, Match::ending},
    {"资金", Role::amount, Match::ending},
    {"投资", Role::amount, Match::ending},
    {"总投资", Role::amount, Match::ending},
    {"投资额", Role::amount, Match::ending},
    {"补助", Role::amount, Match::ending},
    {"补贴", Role::amount, Match::ending},
    {"奖金", Role::amount, Match::ending},
    {"资助额", Role::amount, Match::ending},
    {"补助标准", Role::amount, Match::ending},

    {"组别", Role::section, Match::ending},
    {"分组", Role::section, Match::whole},
    {"类别", Role::section, Match::ending},
    {"分类", Role::section, Match::whole},
    {"学段", Role::section, Match::whole},

    {"名称", Role::name, Match::ending},
    {"项目", Role::name, Match::whole},
    {"项目名", Role::name, Match::whole},
    {"课题", Role::name, Match::whole},
    {"作品", Role::name, Match::whole},
    {"品牌", Role::name, Match::whole},
    {"案例", Role::name, Match::whole},
    {"题目", Role::name, Match::ending},
    {"标题", Role::name, Match::ending},
    {"课题名", Role::name, Match::whole},
    {"作品名", Role::name, Match::whole},
};

constexpr std::string_view kPlainWords[] = {
    "性别",       "职务",     "职称",     "民族",    "年龄",   "学历",     "学位",     "政治面貌", "籍贯",
    "主导产品",   "主要产品", "产品",     "数量",    "户数",   "人数",     "个数",     "合计",     "小计",
    "总计",       "年级",     "班级",     "学科",    "专业",   "科目",     "规格",     "型号",     "单价",
    "成绩",       "总分",     "得分",     "总成绩",  "票数",   "面积",     "地点",     "地址",     "用途",
    "内容",       "主要内容", "建设内容", "简介",    "事迹",   "主要事迹", "推荐意见", "村",       "社区",
    "村（社区）", "行业",     "所属行业", "领域",    "类型",   "批次",     "级别",     "层次",     "办学层次",
    "办学性质",   "年度",     "年份",     "届次",    "名次",   "排名",     "时代",     "指标",     "名额",
    "任务数",     "完成数",   "标准",     "比例",    "增长率", "占比",     "来源",     "期限",     "研究周期",
    "成果形式",   "学时",     "课时",     "职级",    "岗位",   "职位",     "工种",     "技术职务", "毕业院校",
    "现任职务",   "拟任职务", "星级",     "状态",    "结果",   "结论",     "等第",     "考核结果", "验收结果",
    "评价",       "评审结果", "立项年度", "批准年度"};

bool ends_with_mark(std::string_view text, std::string_view word) {
    return text.ends_with(word);
}

bool is_colon(char32_t c) {
    return c == U'：' || c == U':';
}

}  // namespace

std::string_view without_unit(std::string_view header) {
    const char32_t last = utf8::last(header);
    if (last != U'）' && last != U')') {
        return header;
    }
    const std::size_t full = header.rfind("（");
    const std::size_t half = header.rfind('(');
    const std::size_t open = full == std::string_view::npos   ? half
                             : half == std::string_view::npos ? full
                                                              : std::max(full, half);
    return open == std::string_view::npos || open == 0 ? header : header.substr(0, open);
}

Role role_of(std::string_view header) {
    const std::size_t slash = header.rfind('/');
    if (slash != std::string_view::npos) {
        header.remove_prefix(slash + 1);
    }
    const auto look_up = [](std::string_view text) {
        for (const HeaderWord& entry : kHeaderWords) {
            if (entry.match == Match::whole ? text == entry.word : ends_with_mark(text, entry.word)) {
                return entry.role;
            }
        }
        return Role::other;
    };
    const Role whole = look_up(header);
    return whole != Role::other ? whole : look_up(without_unit(header));
}

bool is_header_word(std::string_view header) {
    if (role_of(header) != Role::other) {
        return true;
    }
    const std::string_view bare = without_unit(header);
    for (const std::string_view word : kPlainWords) {
        if (header == word || bare == word) {
            return true;
        }
    }
    return false;
}

bool is_identifier(std::string_view header) {
    for (const std::string_view mark : {"号", "码", "电话", "邮编", "手机", "联系方式", "传真"}) {
        if (header.find(mark) != std::string_view::npos) {
            return true;
        }
    }
    return false;
}

Total total_word(std::string_view text) {
    const std::string bare = text::without_spaces(text);
    std::string_view rest = bare;
    Total kind = Total::none;
    for (const auto& [word, which] : {std::pair<std::string_view, Total>{"合计", Total::all},
                                      {"总计", Total::all},
                                      {"共计", Total::all},
                                      {"总合计", Total::all},
                                      {"小计", Total::section},
                                      {"累计", Total::all}}) {
        if (rest.starts_with(word)) {
            rest.remove_prefix(word.size());
            kind = which;
            break;
        }
    }
    // 合计（12个）, 合计：, 合计12个 are totals; 合计划 is not.
    if (kind == Total::none || rest.empty()) {
        return kind;
    }
    const char32_t next = utf8::first(rest);
    return is_colon(next) || next == U'（' || next == U'(' || text::digit_value(next) >= 0 ? kind : Total::none;
}

namespace {

/// Behind `word` at the beginning of a text, spaces between its characters passed over; npos if it does not begin so.
std::size_t after_word(std::string_view text, std::string_view word) {
    std::size_t at = 0;
    for (std::size_t w = 0; w < word.size();) {
        const char32_t wanted = utf8::next(word, w);
        char32_t c = U' ';
        while (at < text.size() && text::is_space(c)) {
            c = utf8::next(text, at);
        }
        if (c != wanted) {
            return std::string_view::npos;
        }
    }
    return at;
}

}  // namespace

bool begins_note(std::string_view text) {
    const char32_t first = utf8::first(text);
    if (first == U'※' || first == U'＊' || first == U'*') {
        return true;
    }
    if (first != U'备' && first != U'附' && first != U'说' && first != U'特' && first != U'注') {
        return false;
    }
    for (const std::string_view word : {"备注", "附注", "说明", "特别说明", "注释", "注"}) {
        std::size_t at = after_word(text, word);
        while (at < text.size()) {  // 注1：
            const char32_t c = utf8::next(text, at);
            if (is_colon(c)) {
                return true;
            }
            if (text::digit_value(c) < 0 && !text::is_space(c)) {
                break;
            }
        }
    }
    return false;
}

bool is_unit_line(std::string_view text) {
    std::string bare = text::without_spaces(text);
    std::string_view rest = bare;
    if (rest.starts_with("（") || rest.starts_with("(")) {
        rest.remove_prefix(rest.starts_with("(") ? 1 : 3);
    }
    for (const std::string_view word : {"单位", "计量单位", "金额单位", "货币单位", "资金单位", "面积单位"}) {
        if (rest.starts_with(word) && is_colon(utf8::first(rest.substr(word.size())))) {
            return utf8::length(rest) <= 24;
        }
    }
    return false;
}

bool is_continuation_mark(std::string_view text) {
    const std::string bare = text::without_spaces(text);
    std::string_view rest = bare;
    if (utf8::length(rest) > 8) {
        return false;
    }
    for (const std::string_view open : {"（", "("}) {
        if (rest.starts_with(open)) {
            rest.remove_prefix(open.size());
        }
    }
    return rest.starts_with("续表") || rest.starts_with("续上表") || rest.starts_with("接上表") ||
           rest.starts_with("接上页") || rest.starts_with("续附表") || rest == "续" || rest == "续）" ||
           rest == "续)" || rest.starts_with("表续");
}

bool ends_as_list_title(std::string_view text) {
    for (const std::string_view word :
         {"名单",   "名录",   "名册",   "一览表", "目录",   "清单",   "汇总表", "统计表", "分配表", "明细表",
          "情况表", "计划表", "安排表", "登记表", "公示表", "花名册", "项目表", "结果",   "一览",   "表"}) {
        if (text.ends_with(word)) {
            return true;
        }
    }
    return text.ends_with("名单）") || text.ends_with("）") ? text.find("名单") != std::string_view::npos : false;
}

bool names_a_list(std::string_view title) {
    for (const std::string_view word : {"名单", "名录", "名册", "目录", "一览表", "清单", "花名册"}) {
        if (title.find(word) != std::string_view::npos) {
            return true;
        }
    }
    return false;
}

}  // namespace mingdan::lexicon
