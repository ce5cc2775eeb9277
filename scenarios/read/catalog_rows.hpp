#pragma once

#include "models/catalog/catalog.hpp"
#include "scenarios/read/csv_reader.hpp"

/// One function per row struct of the catalog: the table's columns are what it asks for.
namespace verbund::read {

void read_row(CsvReader& row, catalog::ServerModel& server);
void read_row(CsvReader& row, catalog::ServerTrend& trend);
void read_row(CsvReader& row, catalog::UpsType& ups);
void read_row(CsvReader& row, catalog::CoolingType& cooling);
void read_row(CsvReader& row, catalog::ClimateNormal& normal);
void read_row(CsvReader& row, catalog::GridEmission& emission);
void read_row(CsvReader& row, catalog::ElectricityPrice& price);
void read_row(CsvReader& row, catalog::WorkloadClass& workload);
void read_row(CsvReader& row, catalog::Transaction& transaction);
void read_row(CsvReader& row, catalog::Profile& profile);
void read_row(CsvReader& row, catalog::Figure& figure);
void read_row(CsvReader& row, catalog::District& district);
void read_row(CsvReader& row, catalog::Municipality& municipality);
void read_row(CsvReader& row, catalog::AccessLink& link);

}  // namespace verbund::read
