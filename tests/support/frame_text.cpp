#include "tests/support/frame_text.h"

#include <optional>

#include "tests/support/table_text.h"

namespace mingdan::test {

namespace {

void add(std::string& list, std::string_view item) {
    list += (list.empty() ? "" : ";") + std::string(item);
}

void add_line(std::string& text, std::string_view key, std::string_view value) {
    if (!value.empty()) {
        text += (text.empty() ? "" : "\n") + std::string(key) + " " + std::string(value);
    }
}

std::string_view text_of(const std::optional<Field>& field, std::string_view otherwise) {
    return field ? std::string_view(field->text) : otherwise;
}

std::string joined(const std::vector<Field>& fields) {
    std::string list;
    for (const Field& field : fields) {
        add(list, std::string_view(field.text));
    }
    return list;
}

std::string attachments_of(const Notice& notice) {
    std::string list;
    for (const Attachment& attachment : notice.attachments) {
        std::string item(attachment.label.text);
        item += "=";
        item += attachment.title.text;
        add(list, item);
    }
    return list;
}

std::string references_of(const Notice& notice) {
    std::string list;
    for (const Reference& reference : notice.references) {
        std::string item(text_of(reference.title, "-"));
        item += "=";
        item += text_of(reference.number, "-");
        add(list, item);
    }
    return list;
}

}  // namespace

Notice noticed(const std::vector<std::string_view>& lines) {
    std::vector<Block> blocks;
    for (const std::string_view line : lines) {
        blocks.push_back(paragraph(line));
    }
    return understood(std::move(blocks));
}

std::string frame_text_of(const Notice& notice) {
    std::string text;
    add_line(text, "number", text_of(notice.number, ""));
    add_line(text, "title", text_of(notice.title, ""));
    add_line(text, "issuers", joined(notice.issuers));
    add_line(text, "date", text_of(notice.date, ""));
    add_line(text, "addressees", joined(notice.addressees));
    add_line(text, "status", notice.status ? status_name(*notice.status) : "");
    add_line(text, "attachments", attachments_of(notice));
    add_line(text, "references", references_of(notice));
    add_line(text, "body", notice.body.empty() ? "" : std::to_string(notice.body.size()));
    add_line(text, "findings", findings_of(notice));
    return text;
}

}  // namespace mingdan::test
