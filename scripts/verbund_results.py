"""Opens a results file of verbund in pandas and xarray.  One file, to be copied where it is needed.

    import verbund_results as vr
    results = vr.open("my.h5")
    results.tables()                         # names of all tables
    results.frame("summary")                 # pandas: a row per variant and year
    results.frame("findings")                # pandas: a row per finding
    results.dataset("yearly").pue            # xarray: variant, year, center
    results.unit("summary", "it_power_mean_kw")
    vr.frame("my-sweep/sweep.h5", "cases")   # pandas: a row per case, variant and year of a sweep

Needs h5py, pandas and xarray (Debian: python3-h5py python3-pandas python3-xarray).  What the tables mean stands in
results/store/FORMAT.md of verbund; every column brings its unit and a text along (`describe`).
"""

import h5py
import numpy
import pandas
import xarray

#: Major schema version of what a run and a sweep write.
FORMATS = {"verbund-results": 2, "verbund-sweep": 1}


class UnreadableResults(Exception):
    """The file is no results file, is cut or damaged, or is of another schema version."""


def _text(value):
    return value.decode("utf-8") if isinstance(value, bytes) else value


def _values(dataset):
    """The content of a dataset: texts as str, flags as their words (yes and no as bool), numbers as they are."""
    content = dataset[()]
    if dataset.dtype.kind == "O":
        return numpy.array([_text(value) for value in content.ravel()], dtype=object).reshape(content.shape)
    meanings = dataset.attrs.get("flag_meanings")
    if meanings is None:
        return content
    codes, words = numpy.ravel(dataset.attrs["flag_values"]), _text(meanings).split()
    if set(words) <= {"yes", "no"}:
        return content == codes[words.index("yes")]
    names = dict(zip(codes.tolist(), words))
    return numpy.array([names[code] for code in content.ravel().tolist()], dtype=object).reshape(content.shape)


class Results:
    """An open results file; use it in a `with` statement or call `close`."""

    def __init__(self, path):
        try:
            self.file = h5py.File(path, "r")
        except OSError as error:
            raise UnreadableResults(f"{path}: cannot be read as HDF5 ({error})") from error
        try:
            self._check(path)
        except UnreadableResults:
            self.close()
            raise

    def _check(self, path):
        attributes = self.file.attrs
        major = FORMATS.get(_text(attributes.get("format", b"")))
        if major is None:
            raise UnreadableResults(f"{path}: no results file of verbund")
        version = _text(attributes.get("schema_version", b"0"))
        if int(version.split(".")[0]) != major:
            raise UnreadableResults(f"{path}: schema version {version}; this script reads version {major}")
        if int(attributes.get("complete", 0)) != 1:
            raise UnreadableResults(f"{path}: the file is not complete")

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()

    def close(self):
        self.file.close()

    def __repr__(self):
        return f"<verbund results: {self.title!r}, tables {', '.join(self.tables())}>"

    @property
    def title(self):
        return _text(self.file.attrs["title"])

    @property
    def study(self):
        """The study as it was run, as YAML text."""
        return _text(self.file["study/resolved_study"][0])

    def tables(self):
        """Names of the tables: those over variants, years and places, and those with a row per event."""
        return sorted(name for name in self.file if name != "study")

    def _axes(self, dataset):
        return [dimension[0].name.rsplit("/", 1)[-1] for dimension in dataset.dims]

    def _is_axis(self, dataset):
        return dataset.attrs.get("CLASS") == b"DIMENSION_SCALE"

    def dataset(self, table):
        """The table as an xarray Dataset with named axes, units and texts as attributes."""
        group = self.file[table]
        axes = {name: _values(data) for name, data in group.items() if self._is_axis(data)}
        variables, labels = {}, {}
        for name, data in group.items():
            if self._is_axis(data):
                continue
            attributes = {key: _text(data.attrs[key]) for key in ("units", "long_name") if key in data.attrs}
            names = self._axes(data)
            is_label = len(names) == 1 and name.startswith(f"{names[0]}_")  # center_name, variant_title ...
            (labels if is_label else variables)[name] = (names, _values(data), attributes)
        used = {axis for names, _, _ in [*variables.values(), *labels.values()] for axis in names}
        coordinates = {name: values for name, values in axes.items() if name in used}
        attributes = {key: _text(value) for key, value in self.file.attrs.items() if isinstance(value, (bytes, str))}
        return xarray.Dataset(variables, {**coordinates, **labels}, attributes)

    def frame(self, table):
        """The table as a pandas DataFrame: rows as they are, or a row per combination of the axes."""
        data = self.dataset(table)
        frame = data.to_dataframe()
        if list(data.dims) == ["row"]:
            return frame.reset_index(drop=True)
        return frame.reset_index()

    def describe(self, table):
        """Unit and meaning of each column of a table."""
        group = self.file[table]
        rows = [(name, _text(data.attrs.get("units", "")), _text(data.attrs.get("long_name", ""))) for name, data in group.items()]
        return pandas.DataFrame(rows, columns=["column", "unit", "meaning"]).set_index("column")

    def unit(self, table, column):
        return self.describe(table).loc[column, "unit"]


def open(path):  # noqa: A001  (reads as verbund_results.open)
    """Opens a results file; raises `UnreadableResults` with the cause."""
    return Results(path)


def tables(path):
    """Names of the tables of a file."""
    with open(path) as results:
        return results.tables()


def dataset(path, table):
    """A table of a file as an xarray Dataset, loaded."""
    with open(path) as results:
        return results.dataset(table)


def frame(path, table):
    """A table of a file as a pandas DataFrame."""
    with open(path) as results:
        return results.frame(table)
