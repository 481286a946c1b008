// The word lists behind frame_words.h: knowledge about notices that is no rule. Add a word here, not an `if` in a pass.
#pragma once

#include <string_view>

namespace mingdan::words {

using namespace std::string_view_literals;

/// Endings of names of organisations. One character is enough where the office is named so (教育局, 省委).
inline constexpr std::string_view kOrganisationEndings[] = {
    "局"sv,       "委"sv,   "厅"sv,   "部"sv,     "办"sv,   "署"sv,     "处"sv,     "科"sv,     "室"sv,
    "院"sv,       "府"sv,   "会"sv,   "协"sv,     "联"sv,   "社"sv,     "所"sv,     "站"sv,     "馆"sv,
    "队"sv,       "组"sv,   "学"sv,   "校"sv,     "园"sv,   "心"sv,     "司"sv,     "行"sv,     "团"sv,
    "厂"sv,       "场"sv,   "店"sv,   "镇"sv,     "乡"sv,   "街道"sv,   "支部"sv,   "党组"sv,   "联盟"sv,
    "法庭"sv,     "机构"sv, "基地"sv, "指挥部"sv, "平台"sv, "工商联"sv, "妇女联"sv, "编辑部"sv, "共青团"sv,
    "国务院"sv,   "中央"sv, "常委"sv, "联席会"sv, "基金"sv, "集团"sv,   "银行"sv,   "部门"sv,   "大队"sv,
    "联席会议"sv, "总社"sv, "专班"sv, "共同体"sv, "总站"sv, "公署"sv,   "库"sv,     "网"sv,     "台"sv,
    "港"sv,       "管委"sv, "医院"sv, "党校"sv,   "党委"sv, "纪委"sv,   "总部"sv,
};
/// What ends like an organisation and is none.
inline constexpr std::string_view kNoOrganisationEndings[] = {
    "全部"sv,   "内部"sv, "外部"sv, "机会"sv, "社会"sv, "大会"sv, "教学"sv, "科学"sv, "文学"sv,   "数学"sv,
    "中心组"sv, "核心"sv, "信心"sv, "决心"sv, "爱心"sv, "举行"sv, "进行"sv, "执行"sv, "试行"sv,   "施行"sv,
    "现场"sv,   "市场"sv, "好处"sv, "此处"sv, "办学"sv, "自学"sv, "初心"sv, "同心"sv, "育人团"sv, "关心"sv,
    "运行"sv,   "推行"sv, "发行"sv, "通行"sv, "履行"sv, "印行"sv, "学科"sv, "本科"sv, "专科"sv,
};
/// Endings that name nobody by themselves.
inline constexpr std::string_view kBareOrganisations[] = {
    "委员会"sv,
    "办公室"sv,
    "办公厅"sv,
    "领导小组"sv,
    "领导小组办公室"sv,
    "委员会办公室"sv,
    "组委会"sv,
    "指挥部"sv,
    "秘书处"sv,
    "联席会议办公室"sv,
    "联席会议"sv,
    "管理局"sv,
    "管理委员会"sv,
    "联合会"sv,
    "协会"sv,
    "学会"sv,
    "人民政府"sv,
    "党组"sv,
    "党委"sv,
    "工作委员会"sv,
    "工作领导小组"sv,
    "工作领导小组办公室"sv,
    "指导委员会"sv,
    "人民政府办公室"sv,
    "人民政府办公厅"sv,
    "公司"sv,
    "有限公司"sv,
    "会"sv,
    "局"sv,
    "厅"sv,
    "委"sv,
    "部"sv,
    "室"sv,
    "公室"sv,
    "员会"sv,
    "政府"sv,
    "中心"sv,
    "组"sv,
    "小组"sv,
    "府"sv,
    "公厅"sv,
    "合会"sv,
};

/// Kinds of document (文种), longest first where one ends another.
inline constexpr std::string_view kKinds[] = {
    "补充通知"sv, "通知书"sv, "通知"sv, "通告"sv, "公告"sv, "公示"sv,   "通报"sv, "决定"sv,   "决议"sv,
    "命令"sv,     "令"sv,     "复函"sv, "函"sv,   "意见"sv, "批复"sv,   "批示"sv, "请示"sv,   "报告"sv,
    "议案"sv,     "纪要"sv,   "公报"sv, "启事"sv, "公布"sv, "嘉奖令"sv, "喜报"sv, "倡议书"sv,
};

/// Endings of titles of annexes.
inline constexpr std::string_view kAnnexTitleEndings[] = {
    "名单"sv, "名录"sv, "目录"sv, "表"sv,   "清单"sv,   "名册"sv, "花名册"sv, "办法"sv, "方案"sv, "细则"sv, "规定"sv,
    "要求"sv, "说明"sv, "标准"sv, "指南"sv, "计划"sv,   "汇总"sv, "情况"sv,   "名额"sv, "结果"sv, "成绩"sv, "通讯录"sv,
    "简介"sv, "模板"sv, "样式"sv, "格式"sv, "须知"sv,   "书"sv,   "公示"sv,   "通知"sv, "材料"sv, "安排"sv, "事项"sv,
    "图"sv,   "项目"sv, "课题"sv, "作品"sv, "等次"sv,   "等级"sv, "人员"sv,   "单位"sv, "企业"sv, "学校"sv, "规则"sv,
    "规范"sv, "条件"sv, "流程"sv, "程序"sv, "承诺"sv,   "信息"sv, "统计"sv,   "排名"sv, "备案"sv, "回执"sv, "台账"sv,
    "案例"sv, "典型"sv, "获奖"sv, "奖项"sv, "意见"sv,   "要点"sv, "分工"sv,   "指标"sv, "任务"sv, "报告"sv, "册"sv,
    "单"sv,   "公告"sv, "条例"sv, "附件"sv, "光荣榜"sv, "榜"sv,   "机构"sv,   "设置"sv, "职责"sv,
};

/// Suffixes of file names, dropped from titles of attachments.
inline constexpr std::string_view kFileSuffixes[] = {
    ".doc"sv, ".docx"sv, ".docm"sv, ".xls"sv, ".xlsx"sv, ".xlsb"sv, ".xlsm"sv, ".pdf"sv, ".wps"sv,  ".et"sv,
    ".ofd"sv, ".rar"sv,  ".zip"sv,  ".7z"sv,  ".txt"sv,  ".rtf"sv,  ".odt"sv,  ".ods"sv, ".ppt"sv,  ".pptx"sv,
    ".jpg"sv, ".jpeg"sv, ".png"sv,  ".csv"sv, ".tif"sv,  ".ceb"sv,  ".cebx"sv, ".htm"sv, ".html"sv,
};
/// What a bracket behind an attachment's title says about the file and not about the annex.
inline constexpr std::string_view kAttachmentRemarks[] = {
    "分发"sv, "不下发"sv, "另发"sv, "点击"sv,   "下载"sv, "略"sv,   "附后"sv,
    "另附"sv, "见附件"sv, "查看"sv, "电子版"sv, "另行"sv, "网上"sv, "详见"sv,
};

/// Offices before a signature, longer ones first where one ends another.
inline constexpr std::string_view kOffices[] = {
    "理事长"sv, "董事长"sv, "委员长"sv, "总经理"sv, "局长"sv, "厅长"sv, "部长"sv, "省长"sv, "市长"sv,
    "县长"sv,   "区长"sv,   "州长"sv,   "旗长"sv,   "镇长"sv, "乡长"sv, "会长"sv, "校长"sv, "院长"sv,
    "处长"sv,   "署长"sv,   "行长"sv,   "主任"sv,   "主席"sv, "书记"sv, "总理"sv,
};

/// Secrecy and urgency marks above the letterhead.
inline constexpr std::string_view kSecrecyMarks[] = {"机密"sv, "绝密"sv, "秘密"sv, "特急"sv,
                                                     "加急"sv, "急件"sv, "平急"sv, "特提"sv};

/// Labels of page furniture above a notice; a colon follows.
inline constexpr std::string_view kHeadFurniture[] = {
    "签发人"sv,   "签发"sv,     "索引号"sv,   "信息索引号"sv,   "发布机构"sv,     "发布单位"sv, "发文机关"sv,
    "发文单位"sv, "发布时间"sv, "发布日期"sv, "发文日期"sv,     "成文日期"sv,     "生成日期"sv, "公开日期"sv,
    "日期"sv,     "时间"sv,     "来源"sv,     "信息来源"sv,     "文章来源"sv,     "稿源"sv,     "作者"sv,
    "浏览次数"sv, "浏览"sv,     "点击数"sv,   "点击"sv,         "阅读"sv,         "阅读次数"sv, "访问量"sv,
    "字体"sv,     "字号"sv,     "主题分类"sv, "分类"sv,         "有效性"sv,       "效力状态"sv, "效力"sv,
    "文号"sv,     "发文字号"sv, "文件编号"sv, "编号"sv,         "名称"sv,         "信息名称"sv, "标题"sv,
    "当前位置"sv, "首页"sv,     "您的位置"sv, "您现在的位置"sv, "您当前的位置"sv, "公开方式"sv, "公开属性"sv,
    "公开范围"sv, "主题词"sv,   "关键词"sv,   "责任编辑"sv,     "编辑"sv,         "责任部门"sv, "体裁分类"sv,
    "组配分类"sv, "所属栏目"sv, "【字体"sv,   "更新时间"sv,     "【发布日期"sv,   "【来源"sv,   "信息类别"sv,
    "有效期"sv,   "公开时限"sv, "录入时间"sv, "发稿时间"sv,     "审核"sv,         "实施日期"sv, "密级"sv,
};

/// Starts of lines that close the whole document.
inline constexpr std::string_view kImprintStarts[] = {
    "抄送"sv, "抄报"sv, "分送"sv, "主题词"sv, "发送："sv, "发至："sv, "印发："sv, "校对："sv, "校对:"sv, "打印："sv,
};
/// Words of a bracketed line below the sign-off.
inline constexpr std::string_view kClosingRemarks[] = {
    "公开"sv, "联系人"sv, "联系电话"sv, "联系方式"sv, "电话"sv, "共印"sv, "此件"sv, "代章"sv,  "盖章"sv,
    "公章"sv, "印章"sv,   "发至"sv,     "附后"sv,     "登报"sv, "下发"sv, "传达"sv, "联 系"sv, "责任编辑"sv,
};
/// Starts of lines below the sign-off; no Han character may follow directly.
inline constexpr std::string_view kClosingStarts[] = {
    "联系人"sv,       "联系电话"sv,     "联系方式"sv, "电话"sv,     "传真"sv,     "邮箱"sv,     "电子邮箱"sv,
    "地址"sv,         "邮编"sv,         "监督电话"sv, "举报电话"sv, "咨询电话"sv, "受理电话"sv, "信息公开选项"sv,
    "信息公开类型"sv, "信息公开属性"sv, "信息公开"sv, "公开方式"sv, "公开属性"sv, "公开选项"sv, "公开形式"sv,
    "公开类别"sv,     "责任编辑"sv,     "编辑"sv,     "来源"sv,     "信息来源"sv, "上一篇"sv,   "下一篇"sv,
    "上一条"sv,       "下一条"sv,       "分享到"sv,   "打印"sv,     "关闭"sv,     "【打印"sv,   "【关闭"sv,
    "拟稿"sv,         "承办"sv,         "承办单位"sv, "经办人"sv,   "签发"sv,     "初审"sv,     "复审"sv,
    "终审"sv,         "审核"sv,         "发布时间"sv, "发布日期"sv, "浏览次数"sv, "点击次数"sv, "相关链接"sv,
    "相关附件"sv,     "主办单位"sv,
};
inline constexpr std::string_view kClosingPhrases[] = {"【打印"sv, "【关闭"sv, "打印本页"sv, "关闭窗口"sv,
                                                       "扫一扫"sv, "分享到"sv, "责任编辑"sv, "返回顶部"sv};

/// Starts of a body's first sentence.
inline constexpr std::string_view kBodyStarts[] = {
    "为"sv,     "根据"sv,   "按照"sv,   "依据"sv, "依照"sv, "经"sv,   "现将"sv, "现就"sv, "现对"sv,   "近日"sv,
    "近期"sv,   "近年来"sv, "今年"sv,   "去年"sv, "日前"sv, "由"sv,   "在"sv,   "自"sv,   "我"sv,     "遵照"sv,
    "贯彻"sv,   "通过"sv,   "兹"sv,     "现"sv,   "你"sv,   "按"sv,   "对"sv,   "一、"sv, "（一）"sv, "1"sv,
    "公示期"sv, "附件"sv,   "按规定"sv, "目前"sv, "鉴于"sv, "因"sv,   "拟"sv,   "以下"sv, "下列"sv,   "本次"sv,
    "此次"sv,   "20"sv,     "第"sv,     "关于"sv, "名单"sv, "具体"sv,
};

}  // namespace mingdan::words
