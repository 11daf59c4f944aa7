package org.convergence.platform.geography;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.convergence.platform.text.TextNormalizer;
import org.convergence.platform.text.Words;

/** The place of an event: a region of Québec, a country, online, or several places. */
public sealed interface Place {

    /** Online. */
    Place ONLINE = new Online();

    /** Several places at once. */
    Place SEVERAL = new Several();

    /** {@code QC-06}, {@code CO}, {@code ONLINE}, {@code SEVERAL}: the form in columns, addresses and files. */
    String code();

    /** The name in the reader's language. */
    String name(Words words);

    /** In a region of Québec. */
    record InQuebec(Region region) implements Place {

        @Override
        public String code() {
            return "QC-" + region.code();
        }

        @Override
        public String name(Words words) {
            return region.officialName();
        }

        @Override
        public String toString() {
            return code();
        }
    }

    /** In a country; Canada means anywhere outside Québec. */
    record InCountry(Country country) implements Place {

        @Override
        public String code() {
            return country.code();
        }

        @Override
        public String name(Words words) {
            return country.name(words);
        }

        @Override
        public String toString() {
            return code();
        }
    }

    /** Online only. */
    record Online() implements Place {

        @Override
        public String code() {
            return "ONLINE";
        }

        @Override
        public String name(Words words) {
            return words.say("geography.online");
        }

        @Override
        public String toString() {
            return code();
        }
    }

    /** In more than one place. */
    record Several() implements Place {

        @Override
        public String code() {
            return "SEVERAL";
        }

        @Override
        public String name(Words words) {
            return words.say("geography.several");
        }

        @Override
        public String toString() {
            return code();
        }
    }

    /**
     * The place with a code.
     *
     * @throws IllegalArgumentException if it is not one
     */
    static Place of(String code) {
        return findByCode(code).orElseThrow(() -> new IllegalArgumentException("Not the code of a place: " + code));
    }

    /** The place with a code; empty if there is none. */
    static Optional<Place> findByCode(String code) {
        String given = code.strip().toUpperCase(Locale.ROOT);
        if ("ONLINE".equals(given)) {
            return Optional.of(ONLINE);
        } else if ("SEVERAL".equals(given)) {
            return Optional.of(SEVERAL);
        } else if (given.matches("QC-\\d{1,2}")) {
            return Region.findByCode(given.substring(3)).map(InQuebec::new);
        } else if (Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(given)) {
            return Optional.of(new InCountry(new Country(given)));
        }
        return Optional.empty();
    }

    /**
     * The place in a cell of a file: a code, the name of a region or of a country in French, English or Spanish, "En
     * ligne", "Plusieurs".
     */
    static Optional<Place> parse(String text) {
        Optional<Place> coded = findByCode(text);
        if (coded.isPresent()) {
            return coded;
        }
        Place said = PlaceAliases.PLACES.get(TextNormalizer.fold(text));
        if (said != null) {
            return Optional.of(said);
        }
        Optional<Place> region = Region.findByName(text).map(InQuebec::new);
        return region.isPresent() ? region : Country.findByName(text).map(InCountry::new);
    }

    /** Common names of online and of several places. */
    final class PlaceAliases {

        private static final Map<String, Place> PLACES = Map.ofEntries(
                Map.entry("en ligne", ONLINE),
                Map.entry("virtuel", ONLINE),
                Map.entry("a distance", ONLINE),
                Map.entry("visioconference", ONLINE),
                Map.entry("zoom", ONLINE),
                Map.entry("online", ONLINE),
                Map.entry("en linea", ONLINE),
                Map.entry("plusieurs", SEVERAL),
                Map.entry("plusieurs lieux", SEVERAL),
                Map.entry("plusieurs regions", SEVERAL),
                Map.entry("several", SEVERAL),
                Map.entry("several places", SEVERAL),
                Map.entry("varios", SEVERAL),
                Map.entry("varios lugares", SEVERAL));

        private PlaceAliases() {}
    }
}
