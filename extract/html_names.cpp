// Met on pages of the state council, provinces, cities and ministries, and in the editors and site programs behind
// them: TRS, UEditor, 博达 (vsb), 大汉 (zoom), 方正翔宇, WeChat, WordPress, DedeCMS, Wp.
#include "extract/html_names.h"

#include <algorithm>
#include <initializer_list>
#include <span>

#include "extract/html_style.h"

namespace mingdan::html {

namespace {

/// Whole ids and classes, in lower case.
constexpr std::string_view kContentNames[] = {
    "zoom",
    "ucap-content",
    "trs_editor",
    "custom_unionstyle",
    "trs_ueditor",
    "trs_uedit",
    "js_content",
    "rich_media_content",
    "v_news_content",
    "vsb_content",
    "vsb_content_2",
    "vsb_content_4",
    "vsb_content_501",
    "artibody",
    "article-content",
    "article_content",
    "articlecontent",
    "article-body",
    "article_body",
    "article-con",
    "article_con",
    "articletext",
    "wp_articlecontent",
    "entry-content",
    "post-content",
    "post_content",
    "news_content",
    "news-content",
    "newscontent",
    "newstext",
    "news_txt",
    "detail-content",
    "detail_content",
    "detailcontent",
    "detail_con",
    "info-content",
    "info_content",
    "infocontent",
    "xxgk_content",
    "xxgk-content",
    "xxgkcontent",
    "zwgk_content",
    "gkcontent",
    "pages_content",
    "page-content",
    "pagecontent",
    "page_content",
    "main-content",
    "maincontent",
    "main_content",
    "contenttext",
    "content-text",
    "content_text",
    "content-txt",
    "context-box",
    "con_text",
    "con_txt",
    "contxt",
    "con-text",
    "text_con",
    "fontzoom",
    "ozoom",
    "bodylabel",
    "printcontent",
    "print_content",
    "printarea",
    "mycontent",
    "textbox",
    "textbody",
    "txt_con",
    "wzcontent",
    "wznr",
    "zwnr",
    "wz_con",
    "wenzhang",
    "zhengwen",
    "artcontent",
    "art_content",
    "art-content",
    "artcon",
    "art_con",
    "ccontent",
    "content_body",
    "contentbody",
    "conbody",
    "cms_content",
    "cmscontent",
    "bt-content",
    "b12c",
    "ewb-article-info",
    "ewb-info-content",
    "nr_con",
    "nrcontent",
    "neirong",
    "zfxxgk_zw_content",
    "bt_content",
    "trs_editor_view",
    "arc_cont",
    "notice-content",
    "noticecontent",
    "bulletin-content",
    "content",
    "detail",
    "contentbox",
    "view-content",
    "view_content",
    "viewcontent",
    "show_content",
    "showcontent",
};

/// Many of them may mean anything, and so they are believed of small parts only.
constexpr std::string_view kFurnitureNames[] = {
    "nav",
    "navbar",
    "navigation",
    "nav-bar",
    "navi",
    "main-nav",
    "mainnav",
    "topnav",
    "top-nav",
    "top_nav",
    "subnav",
    "sub-nav",
    "sidenav",
    "leftnav",
    "menu",
    "main-menu",
    "mainmenu",
    "topmenu",
    "breadcrumb",
    "breadcrumbs",
    "crumb",
    "crumbs",
    "bread",
    "bread-crumb",
    "location",
    "position",
    "curpos",
    "current-position",
    "dqwz",
    "dangqian",
    "weizhi",
    "wz",
    "mbx",
    "mianbaoxie",
    "path",
    "share",
    "sharebar",
    "share-bar",
    "share-box",
    "sharebox",
    "bdsharebuttonbox",
    "bdshare",
    "jiathis_style",
    "jiathis",
    "social-share",
    "fenxiang",
    "fx",
    "footer",
    "foot",
    "footerbox",
    "page-footer",
    "site-footer",
    "bottom",
    "copyright",
    "copy-right",
    "banquan",
    "header",
    "head",
    "top",
    "topbar",
    "top-bar",
    "site-header",
    "banner",
    "logo",
    "sidebar",
    "side-bar",
    "aside",
    "related",
    "related-news",
    "relatednews",
    "xgwz",
    "xgxw",
    "xgyd",
    "xgjd",
    "xglj",
    "xgzc",
    "related-links",
    "links",
    "friendlink",
    "friend-link",
    "friendlinks",
    "yqlj",
    "youqinglianjie",
    "pagination",
    "pager",
    "pagebar",
    "page-nav",
    "prevnext",
    "prev-next",
    "sxp",
    "shangxiapian",
    "toolbar",
    "tool-bar",
    "tools",
    "tool",
    "print",
    "printbar",
    "print-bar",
    "qrcode",
    "qr-code",
    "ewm",
    "erweima",
    "fontsize",
    "font-size",
    "zh",
    "zihao",
    "search",
    "searchbox",
    "search-box",
    "login",
    "comment",
    "comments",
    "pinglun",
    "hot",
    "hot-news",
    "recommend",
    "tuijian",
    "rank",
    "tags",
    "tag-list",
    "advert",
    "ad",
    "ads",
    "gotop",
    "go-top",
    "backtop",
    "back-top",
    "float",
    "floatbar",
    "accessible",
    "wza",
    "wzatool",
    "dialog",
    "modal",
    "popup",
};

constexpr std::string_view kFurnitureRoles[] = {"navigation",    "banner", "contentinfo", "search",
                                                "complementary", "menu",   "menubar",     "toolbar"};

/// Begin a short line.
constexpr std::string_view kBeginnings[] = {
    "当前位置",   "您的位置", "您现在的位置", "你的位置", "您当前的位置", "您所在的位置", "所在位置", "现在位置",
    "当前的位置", "分享到",   "分享：",       "分享:",    "扫一扫",       "上一篇",       "下一篇",   "上一条",
    "下一条",     "版权所有", "网站标识码",   "友情链接", "网站地图",     "设为首页",     "加入收藏", "打印本页",
    "关闭窗口",   "关闭本页", "【打印",       "【关闭",   "[打印",        "[关闭",        "返回顶部", "返回首页",
    "相关链接",   "相关阅读", "相关新闻",     "相关文章", "相关稿件",     "相关解读",     "字体：",   "字体:",
    "字号：",     "【字体",   "[字体",        "【字号",   "无障碍",       "浏览次数",     "阅读次数", "点击数",
    "点击次数",   "访问量",   "手机扫码",     "扫码",     "微信扫一扫",   "收藏本页",
};

/// Stand anywhere in a short line.
constexpr std::string_view kInside[] = {"ICP备",      "ICP证",     "公网安备", "网安备",
                                        "网站标识码", "Copyright", "版权所有", "All Rights Reserved",
                                        "建议使用IE", "最佳分辨率"};

constexpr std::string_view kFacts[] = {"发布时间", "发布日期", "发文时间", "时间：",   "日期：", "来源",
                                       "信息来源", "作者",     "浏览",     "阅读",     "点击",   "字体",
                                       "字号",     "打印",     "分享",     "责任编辑", "编辑：", "访问"};

bool is_one_of(std::string_view word, std::span<const std::string_view> names) {
    return std::any_of(names.begin(), names.end(), [&](std::string_view name) { return equal_word(word, name); });
}

template <class Function>
bool any_name(const Tree& tree, NodeId node, Function&& known) {
    if (const std::string_view id = tree.get(node, Attribute::id); !id.empty() && known(id)) {
        return true;
    }
    std::string_view classes = tree.get(node, Attribute::class_);
    while (!classes.empty()) {
        const std::size_t end = std::min(classes.find_first_of(" \t\r\n"), classes.size());
        if (end > 0 && known(classes.substr(0, end))) {
            return true;
        }
        classes.remove_prefix(std::min(end + 1, classes.size()));
    }
    return false;
}

}  // namespace

bool names_content(const Tree& tree, NodeId node) {
    return equal_word(tree.get(node, Attribute::itemprop), "articlebody") ||
           any_name(tree, node, [](std::string_view name) { return is_one_of(name, kContentNames); });
}

bool names_furniture(const Tree& tree, NodeId node) {
    const Element element = tree.element(node);
    if (element == Element::nav || element == Element::footer || element == Element::aside ||
        element == Element::dialog) {
        return true;
    }
    return is_one_of(tree.get(node, Attribute::role), kFurnitureRoles) ||
           any_name(tree, node, [](std::string_view name) { return is_one_of(name, kFurnitureNames); });
}

bool says_furniture(std::string_view text) {
    return std::any_of(std::begin(kBeginnings), std::end(kBeginnings),
                       [&](std::string_view word) { return text.starts_with(word); }) ||
           std::any_of(std::begin(kInside), std::end(kInside),
                       [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

bool says_facts(std::string_view text) {
    const bool begins = std::any_of(std::begin(kFacts), std::end(kFacts),
                                    [&](std::string_view word) { return text.starts_with(word); });
    const auto found = std::count_if(std::begin(kFacts), std::end(kFacts),
                                     [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
    return begins && found >= 2;
}

}  // namespace mingdan::html
