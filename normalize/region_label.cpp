// The words stand here together: a label with one of them is never called an unknown division.
#include "normalize/region_label.h"

#include "model/utf8.h"
#include "wrap/text.h"

namespace mingdan {

namespace {

constexpr std::string_view kOtherWords[] = {
    // zones that governments set up, which GB/T 2260 does not number
    "开发", "高新", "经开", "新区", "新城", "度假", "园区", "工业", "示范", "试验", "实验", "保税", "管理", "管委",
    "风景", "旅游", "景区", "功能", "合作", "集聚", "聚集", "集中", "产业", "特区", "自贸", "物流", "港区", "港口",
    "空港", "临港", "航空", "科技", "科学", "生态", "保护", "湿地", "农业", "枢纽", "商务", "金融", "文化", "教育",
    "组团", "先行", "先导", "一体化", "创新", "出口", "加工", "综合", "高铁", "高教", "大学", "国家", "委员会",
    // parts of a place, and places of another kind
    "城区", "市区", "郊区", "片区", "社区", "小区", "校区", "院区", "学区", "教区", "赛区", "战区", "军区", "辖区",
    "库区", "矿区", "林区", "牧区", "山区", "湖区", "灾区", "老区", "地区", "农区", "垦区", "灌区", "水区", "营区",
    "厂区", "场区", "分区", "大区", "区县", "县区", "东区", "西区", "南区", "北区", "中区", "内区", "外区", "主城",
    "中心", "东部", "西部", "南部", "北部", "中部", "沿海", "沿江", "山海", "农村", "城镇", "都市", "超市", "城市",
    "门市", "街道", "乡", "镇", "村",
    // an authority's own, and several at once
    "直", "属", "级", "全", "本", "各", "其", "外", "跨", "某", "多", "等", "和", "与", "及", "省", "市县", "县市",
    "市、", "厅", "局", "校", "院", "集团", "公司", "兵团", "师", "农场", "部队"};

}  // namespace

bool looks_like_division(std::string_view label) {
    const char32_t last = utf8::last(label);
    const std::size_t length = utf8::length(label);
    if ((last != U'区' && last != U'县' && last != U'市') || length < 3 || length > 12) {
        return false;
    }
    for (std::size_t at = 0; at < label.size();) {
        if (!text::is_han(utf8::next(label, at))) {
            return false;
        }
    }
    for (const std::string_view word : kOtherWords) {
        if (label.find(word) != std::string_view::npos) {
            return false;
        }
    }
    return true;
}

bool is_division_header(std::string_view header) {
    for (const std::string_view word : {"乡", "镇", "街", "村", "社区"}) {
        if (header.find(word) != std::string_view::npos) {
            return false;
        }
    }
    return header.find("县") != std::string_view::npos || header.find("设区市") != std::string_view::npos;
}

}  // namespace mingdan
