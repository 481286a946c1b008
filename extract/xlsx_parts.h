// The parts of a SpreadsheetML package: workbook, styles, shared strings, sheets, drawings and comments.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "extract/cell_format.h"
#include "extract/ooxml_names.h"
#include "extract/worksheet.h"

namespace mingdan::xlsx {

struct SheetEntry {
    std::string name;
    std::string relationship;
    bool hidden = false;
};

/// xl/workbook.xml (18.2)
class WorkbookHandler : public xml::Handler {
public:
    std::vector<SheetEntry> sheets;
    DateSystem dates = DateSystem::from_1900;

    void start(xml::Token token, const xml::Attributes& attributes) override;
    void end(xml::Token) override {}
    void text(std::string_view) override {}
};

/// What a cell's style index means.
struct CellStyle {
    std::string format;  ///< its number format's code
    Borders borders;
};

/// xl/styles.xml (18.8)
class StylesHandler : public xml::Handler {
public:
    /// By index; REQUIRES: the part has been read whole.
    std::vector<CellStyle> take();

    void start(xml::Token token, const xml::Attributes& attributes) override;
    void end(xml::Token) override {}
    void text(std::string_view) override {}

private:
    struct Format {
        std::uint32_t number = 0;
        std::uint32_t border = 0;
    };
    std::map<std::uint32_t, std::string> codes_;
    std::vector<Borders> borders_;
    std::vector<Format> formats_;
};

/// The text of a string item or an inline string: its runs, without phonetic ones (18.4).
class StringText {
public:
    void begin();
    void start(xml::Token token);
    void end(xml::Token token);
    void add(std::string_view piece);
    /// With _x000D_ and the like resolved.
    std::string take();
    /// The readings beside it, which are no part of it.
    std::string take_phonetic() { return std::exchange(phonetic_text_, {}); }

private:
    std::string text_;
    std::string phonetic_text_;
    bool in_text_ = false;
    bool in_phonetic_ = false;
};

/// xl/sharedStrings.xml
class SharedStringsHandler : public xml::Handler {
public:
    SharedStringsHandler(std::vector<std::string>& strings, WorkbookBuilder& builder)
        : strings_(strings), builder_(builder) {}

    void start(xml::Token token, const xml::Attributes& attributes) override;
    void end(xml::Token token) override;
    void text(std::string_view text) override;

private:
    std::vector<std::string>& strings_;
    WorkbookBuilder& builder_;
    StringText item_;
};

/// What a sheet's cells need of the workbook.
struct WorkbookParts {
    std::vector<std::string> strings;
    std::vector<CellStyle> styles;
    DateSystem dates = DateSystem::from_1900;
};

/// xl/worksheets/sheet1.xml (18.3)
class SheetHandler : public xml::Handler {
public:
    SheetHandler(const WorkbookParts& parts, WorkbookBuilder& builder, Worksheet& sheet)
        : parts_(parts), builder_(builder), sheet_(sheet) {}

    void start(xml::Token token, const xml::Attributes& attributes) override;
    void end(xml::Token token) override;
    void text(std::string_view text) override;

private:
    void begin_row(const xml::Attributes& attributes);
    void begin_cell(const xml::Attributes& attributes);
    void end_cell();
    std::string shown_number(const std::string& stored, SheetCell& cell);

    const WorkbookParts& parts_;
    WorkbookBuilder& builder_;
    Worksheet& sheet_;
    StringText inline_;
    std::string value_;
    std::string type_;
    std::uint32_t row_ = 0;
    std::uint32_t column_ = 0;
    std::uint32_t style_ = 0;
    bool in_value_ = false;
    bool in_furniture_ = false;
    bool has_value_ = false;
    bool has_formula_ = false;
};

/// xl/drawings/drawing1.xml: texts of boxes and the number of pictures. xl/comments1.xml: texts of comments.
class BesideHandler : public xml::Handler {
public:
    explicit BesideHandler(Worksheet& sheet) : sheet_(sheet) {}

    void start(xml::Token token, const xml::Attributes& attributes) override;
    void end(xml::Token token) override;
    void text(std::string_view text) override;

private:
    Worksheet& sheet_;
    StringText comment_;
    std::string box_;
    bool in_text_ = false;
};

}  // namespace mingdan::xlsx
