package org.convergence.platform.geography;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.text.Words;

/** Several countries in one field: their names in French, English or Spanish, or their codes, with commas. */
public final class CountryNames {

    /** The most countries. */
    public static final int MOST = 20;

    private CountryNames() {}

    /** The names in the reader's language, as they are typed. */
    public static String format(List<String> codes, Words t) {
        return codes.stream().map(code -> new Country(code).name(t)).collect(Collectors.joining(", "));
    }

    /** The countries, each once, at most {@link #MOST}; a name that no country has is a problem of the field. */
    public static List<Country> read(FormValues answers, Field<String> field) {
        return read(answers, field, MOST);
    }

    /** The same, with another limit. */
    public static List<Country> read(FormValues answers, Field<String> field, int most) {
        List<Country> countries = Stream.of(answers.textOrEmpty(field).split("[,;\n]", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .flatMap(name -> find(answers, field, name).stream())
                .distinct()
                .toList();
        if (countries.size() > most) {
            answers.reject(field.name(), "shell.form.too-many", most);
        }
        return countries;
    }

    private static Optional<Country> find(FormValues answers, Field<String> field, String name) {
        Optional<Country> country =
                Place.parse(name).map(place -> place instanceof Place.InCountry in ? in.country() : null);
        if (country.isEmpty()) {
            answers.reject(field.name(), "geography.refused.country", name);
        }
        return country;
    }
}
