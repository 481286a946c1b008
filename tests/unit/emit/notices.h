// Hand-made notices for the emitters' tests.
#pragma once

#include <initializer_list>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <mingdan/mingdan.h>

namespace mingdan::testing {

inline Field field(std::string text, Origin origin = {}, std::vector<Change> changes = {}) {
    Field made;
    made.text = std::move(text);
    made.origin = origin;
    made.changes = std::move(changes);
    return made;
}

inline Value value(std::initializer_list<const char*> items, Derivation how = Derivation::literal) {
    Value made;
    for (const char* item : items) {
        made.items.push_back(field(item));
    }
    made.derivation = how;
    return made;
}

inline Column column(std::string name, ColumnType type = ColumnType::string, Role role = Role::other) {
    Column made;
    made.name = field(std::move(name));
    made.type = type;
    made.role = role;
    return made;
}

inline Record record(std::vector<Value> values, Origin origin = {}) {
    Record made;
    made.values = std::move(values);
    made.origin = origin;
    return made;
}

/// A notice with nothing but one roster.
inline Notice with_roster(std::vector<Column> columns, std::vector<Record> records) {
    Notice notice;
    Roster& roster = notice.rosters.emplace_back();
    roster.columns = std::move(columns);
    roster.records = std::move(records);
    return notice;
}

/// Two records under a head and a tail, with every kind of value.
inline Notice small_notice() {
    Notice notice = with_roster(
        {column("序号", ColumnType::integer, Role::index), column("区县", ColumnType::string, Role::region),
         column("金额", ColumnType::number, Role::amount), column("组织", ColumnType::list, Role::organisation)},
        {record({value({"1"}), value({"市直属"}), value({"2.50"}), value({"甲校", "乙校"})}),
         record({value({"2"}), value({"市直属"}, Derivation::merged), value({}), value({})})});
    notice.source = {"notice.docx", "docx", 5350, std::string(64, 'a')};
    notice.number = field("湖教党〔2023〕10号");
    notice.title = field("关于公布名单的通知");
    notice.issuers = {field("湖州市教育局"), field("湖州市财政局")};
    notice.date = field("2023-06-14");
    notice.addressees = {field("各区（县）教育局")};
    notice.status = Status::final;
    notice.attachments.push_back({field("附件"), field("名单")});
    notice.references.push_back({field("方案"), field("湖教党〔2021〕20号")});
    notice.references.push_back({std::nullopt, field("国发〔2020〕1号")});
    notice.body = {field("第一段。"), field("第二段。")};
    Roster& roster = notice.rosters.front();
    roster.annex = field("附件");
    roster.title = field("名单");
    roster.totals.push_back(record({value({"合计"}), value({}), value({"2.50"}), value({})}));
    roster.notes = {field("注：排名不分先后")};
    notice.accounting = {30, 28, {{Reason::artifact, "[b]", 2, {}}}};
    return notice;
}

inline std::string emitted(const Notice& notice, std::string_view form, const EmitOptions& options = {},
                           std::vector<Finding>* found = nullptr) {
    std::ostringstream out;
    const Result<void> result = emit(notice, form, out, options, found);
    return result ? out.str() : "error: " + result.error().describe();
}

}  // namespace mingdan::testing
