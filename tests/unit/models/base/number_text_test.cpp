#include "models/base/number_text.hpp"

#include "tests/support/catch.hpp"

using namespace verbund;

namespace {

struct Reading {
    std::string_view text;
    NumberForm form;
    std::string_view decimal;
};

}  // namespace

TEST_CASE("a number tells whether its sign is a decimal point, a decimal comma or could be either") {
    const Reading readings[]{
        {"1500", NumberForm::plain, "1500"},
        {"51.96", NumberForm::decimal_point, "51.96"},
        {"51,96", NumberForm::decimal_comma, "51.96"},
        {"0.500", NumberForm::decimal_point, "0.500"},        // no thousands begin with 0
        {"0,500", NumberForm::decimal_comma, "0.500"},        //
        {"1234.500", NumberForm::decimal_point, "1234.500"},  // four digits before the sign are no group
        {"1.5000", NumberForm::decimal_point, "1.5000"},
        {"1.024.000", NumberForm::decimal_comma,
         "1024000"},  // points part thousands, so decimals have commas
        {"1,024,000", NumberForm::decimal_point, "1024000"},
        {"1.024,5", NumberForm::decimal_comma, "1024.5"},
        {"1,024.500", NumberForm::decimal_point, "1024.500"},
        {"1.500", NumberForm::ambiguous_point, "1.500"},
        {"-320,000", NumberForm::ambiguous_comma, "-320.000"},
        {"1.500e3", NumberForm::decimal_point, "1.500e3"},  // nobody writes thousands with an exponent
        {".5", NumberForm::decimal_point, ".5"},
    };
    for (const Reading& reading : readings) {
        CAPTURE(reading.text);
        const WrittenNumber number = number_at_start(reading.text);
        CHECK(number.form == reading.form);
        CHECK(number.decimal == reading.decimal);
        CHECK(number.length == reading.text.size());
    }
}

TEST_CASE("what is no number has no form") {
    for (const char* text :
         {"", "-", ".", "x", "nan", "inf", "5.", "1.2.3", "1.02.000", "1.500.00", "1,5.5,5"}) {
        CAPTURE(text);
        CHECK(number_at_start(text).form == NumberForm::none);
    }
}

TEST_CASE("a stated sign decides between the two readings of a number") {
    CHECK(number_value("1.500") == 1.5);
    CHECK(number_value("1.500", DecimalSign::point) == 1.5);
    CHECK(number_value("1.500", DecimalSign::comma) == 1500.0);
    CHECK(number_value("-1,500", DecimalSign::comma) == -1.5);
    CHECK(number_value("-1,500", DecimalSign::point) == -1500.0);
    CHECK(number_value("51,96", DecimalSign::point) == 51.96);  // has one reading whatever the sign
    CHECK_FALSE(number_value("1 500"));
    CHECK_FALSE(number_value("1e999"));
}

TEST_CASE("a number can be written so that it has one reading") {
    CHECK(without_second_reading("1.500") == "1.5");
    CHECK(without_second_reading("320.000") == "320");
    CHECK(without_second_reading("1.234") == "1.2340");
    CHECK(without_second_reading("1.25") == "1.25");
}
