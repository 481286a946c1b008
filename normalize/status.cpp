// notice.status: proposed for 公示 and 拟…, final for 公布, 认定, 通报, 表彰, 立项 and the like, nothing where the text
// does not say (下达, 调整, or a call for applications).
#include <span>

#include "model/utf8.h"
#include "normalize/frame_words.h"
#include "normalize/pass.h"

namespace mingdan {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view kProposedTitle[] = {"公示"sv,   "拟认定"sv, "拟立项"sv,  "拟推荐"sv, "拟表彰"sv, "拟入选"sv,
                                               "拟确定"sv, "拟公布"sv, "拟获"sv,    "拟录"sv,   "拟聘"sv,   "拟评"sv,
                                               "拟命名"sv, "拟授予"sv, "拟支持"sv,  "拟资助"sv, "拟补助"sv, "拟列入"sv,
                                               "拟奖励"sv, "候选"sv,   "推荐名单"sv};
constexpr std::string_view kProposalOver[] = {"公示结果"sv, "公示期满"sv, "公示情况"sv};
/// Titles that open something: whatever they name is still to come.
constexpr std::string_view kOpeningTitle[] = {"开展"sv,     "组织申报"sv, "申报工作"sv, "征集"sv,
                                              "做好"sv,     "征求"sv,     "举办"sv,     "报送"sv,
                                              "关于组织"sv, "启动"sv,     "关于申报"sv, "关于推荐"sv};
constexpr std::string_view kFinalTitle[] = {
    "公布"sv, "认定"sv,     "通报"sv,     "表彰"sv, "立项"sv, "命名"sv, "授予"sv, "表扬"sv, "奖励"sv,
    "嘉奖"sv, "评选结果"sv, "评审结果"sv, "获奖"sv, "入选"sv, "确定"sv, "决定"sv, "公告"sv, "结果"sv,
    "批准"sv, "核准"sv,     "发布"sv,     "颁发"sv, "颁布"sv, "确认"sv, "备案"sv};
constexpr std::string_view kNeutralTitle[] = {"下达"sv, "调整"sv, "拨付"sv, "安排"sv};
constexpr std::string_view kProposedBody[] = {"予以公示"sv, "进行公示"sv, "公示如下"sv, "现公示"sv,
                                              "公示期为"sv, "公示时间"sv, "公示期："sv, "公示期间"sv};
constexpr std::string_view kFinalBody[] = {
    "予以公布"sv, "现公布"sv,   "公布如下"sv, "现予公布"sv, "予以认定"sv, "决定认定"sv, "予以立项"sv,
    "准予立项"sv, "同意立项"sv, "通报表彰"sv, "予以表彰"sv, "予以通报"sv, "通报如下"sv, "予以命名"sv,
    "决定命名"sv, "决定授予"sv, "决定对"sv,   "评定为"sv,   "认定为"sv,   "命名为"sv,   "予以公告"sv,
    "现公告"sv,   "公告如下"sv, "授予"sv,     "予以表扬"sv, "决定表彰"sv, "决定给予"sv, "公布给你们"sv,
    "予以确认"sv, "予以批准"sv, "现予公告"sv, "评选出"sv,   "决定将"sv};

std::optional<Status> from_title(std::string_view title) {
    if (words::contains_any(title, kProposedTitle) && !words::contains_any(title, kProposalOver)) {
        return Status::proposed;
    }
    return std::nullopt;
}

bool body_says(const Notice& notice, std::span<const std::string_view> list) {
    for (const Field& paragraph : notice.body) {
        if (words::contains_any(paragraph.text, list)) {
            return true;
        }
    }
    return false;
}

std::optional<Status> from_body(const Notice& notice) {
    if (body_says(notice, kProposedBody)) {
        return Status::proposed;
    }
    return body_says(notice, kFinalBody) ? std::optional(Status::final) : std::nullopt;
}

void run(Draft& draft) {
    Notice& notice = draft.notice;
    const std::string_view title = notice.title ? std::string_view(notice.title->text) : std::string_view();
    if (const auto status = from_title(title)) {
        notice.status = status;
    } else if (words::contains_any(title, kOpeningTitle) && title.find("公布") == std::string_view::npos) {
        notice.status = std::nullopt;
    } else if (words::contains_any(title, kFinalTitle)) {
        notice.status = words::kind_at_end(title) && title.ends_with("公告") && body_says(notice, kProposedBody)
                            ? Status::proposed
                            : Status::final;
    } else if (!words::contains_any(title, kNeutralTitle)) {
        notice.status = from_body(notice);
    }
}

}  // namespace

extern const Pass status_pass{"status", "tells proposed lists (公示) from final ones (公布, 认定, 表彰)", run};

}  // namespace mingdan
