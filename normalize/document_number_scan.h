// Document numbers (发文字号) found by a hand-written scanner: 湖教党〔2023〕10号 with any year bracket and with spaces
// inside, 深建协字(2009)第080号, 2022年第22号, 教育部令第40号; and damaged ones, of which a part was lost on the way:
// 铜政办2020〕6号, 湖委发〔2018〕20, 辽委办传发﹝﹞11号, 新教字 2016 140 号. Codes are not whitelisted.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace mingdan {

struct ScannedNumber {
    std::size_t begin = 0;  ///< bytes [begin, end) of the text
    std::size_t end = 0;
    bool damaged = false;  ///< a bracket, the year or 号 is missing

    friend bool operator==(const ScannedNumber&, const ScannedNumber&) = default;
};

/// The number that is the whole text; brackets around it and spaces are allowed. The range has no outer brackets.
std::optional<ScannedNumber> whole_number(std::string_view text);
/// A number that begins the text while something else follows (教高〔2010〕2号各省…).
std::optional<ScannedNumber> number_at_start(std::string_view text);
/// A number that ends the text while something else stands before it (…的通知（教高〔2010〕2号）); the range takes in
/// the brackets around it.
std::optional<ScannedNumber> number_at_end(std::string_view text);
/// The next number cited in running text at or after `from`; words before its code (根据, 省教育厅) are no part of it.
std::optional<ScannedNumber> next_number(std::string_view text, std::size_t from);

/// The number as the contract writes it: without spaces, the year in 〔〕.
std::string written_number(std::string_view printed);

}  // namespace mingdan
