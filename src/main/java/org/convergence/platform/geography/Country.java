package org.convergence.platform.geography;

import com.ibm.icu.util.ULocale;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.TextNormalizer;
import org.convergence.platform.text.Words;

/**
 * A country.
 *
 * @param code ISO 3166-1, two capital letters
 */
public record Country(String code) {

    private static final Set<String> CODES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
    private static final Map<String, Country> BY_NAME = byName();

    /**
     * Checks the code.
     *
     * @throws IllegalArgumentException if no country has it
     */
    public Country {
        if (!CODES.contains(code)) {
            throw new IllegalArgumentException("No country has the code " + code);
        }
    }

    /** The name in the reader's language. */
    public String name(Words words) {
        return name(words.language());
    }

    private String name(Language language) {
        return ULocale.getDisplayCountry("und-" + code, ULocale.forLocale(language.locale()));
    }

    /** Every country, in the order of the reader's language. */
    public static List<Country> findAll(Words words) {
        return CODES.stream()
                .map(Country::new)
                .sorted(Comparator.comparing(country -> country.name(words), words.order()))
                .toList();
    }

    /** The codes of countries. */
    public static List<String> codes(Collection<Country> countries) {
        return countries.stream().map(Country::code).toList();
    }

    /** The country with a code, in any case; empty for a region or an unknown code. */
    public static Optional<Country> findByCode(String code) {
        return Place.findByCode(code).map(place -> place instanceof Place.InCountry in ? in.country() : null);
    }

    /** The country with a name in French, English or Spanish, whatever its accents and capitals. */
    public static Optional<Country> findByName(String name) {
        return Optional.ofNullable(BY_NAME.get(TextNormalizer.fold(name)));
    }

    private static Map<String, Country> byName() {
        Map<String, Country> names = new TreeMap<>();
        for (String code : CODES) {
            Country country = new Country(code);
            for (Language language : Language.values()) {
                names.put(TextNormalizer.fold(country.name(language)), country);
            }
        }
        return names;
    }
}
