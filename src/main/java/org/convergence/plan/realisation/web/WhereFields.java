package org.convergence.plan.realisation.web;

import java.util.Optional;
import org.convergence.platform.geography.Place;
import org.convergence.platform.shell.Form;
import org.jspecify.annotations.Nullable;

/** The fields that say where: a chip for what is usual, another list for a region or a country of its own. */
final class WhereFields {

    static final String REGION = "region";
    static final String COUNTRY = "country";

    /** It has no place, or nobody knows it. */
    static final String NOWHERE = "NONE";

    private WhereFields() {}

    /** @param home the place of a chip of its own; {@code null} where there is none */
    static Form write(Form form, @Nullable Place place, @Nullable Place home) {
        String where = place == null
                ? NOWHERE
                : place.equals(home) || place.equals(Place.ONLINE) || place.equals(Place.SEVERAL)
                        ? place.code()
                        : place instanceof Place.InQuebec ? REGION : COUNTRY;
        return form.with("place", place == null ? null : place.code())
                .with("where", where)
                .with(REGION, where.equals(REGION) && place != null ? place.code() : null)
                .with(COUNTRY, where.equals(COUNTRY) && place != null ? place.code() : null);
    }

    /** Where; {@code null} where nobody said. What is wrong is noted on the form. */
    static @Nullable Place read(Form form) {
        String code = code(form);
        if (code == null) {
            return null;
        }
        Place place = Place.find(code).orElse(null);
        if (place == null) {
            form.reject(
                    form.value("where").equals(REGION) || form.value("where").equals(COUNTRY)
                            ? form.value("where")
                            : "where",
                    code.isEmpty() ? "shell.form.required" : "realisation.unknown-place");
        }
        return place;
    }

    /** Writes the place itself, so that two versions can be compared. */
    static void settle(Form form) {
        form.with("place", Optional.ofNullable(code(form)).orElse(""));
    }

    /** The other way: the chips of the place that stands in the form. */
    static void spread(Form form, @Nullable Place home) {
        write(form, Place.find(form.value("place")).orElse(null), home);
    }

    private static @Nullable String code(Form form) {
        String where = form.value("where");
        return switch (where) {
            case "", NOWHERE -> null;
            case REGION, COUNTRY -> form.value(where);
            default -> where;
        };
    }
}
