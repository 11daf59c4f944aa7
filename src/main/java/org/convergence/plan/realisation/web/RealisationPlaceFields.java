package org.convergence.plan.realisation.web;

import java.util.Optional;
import org.convergence.platform.geography.Place;
import org.convergence.platform.shell.Form;
import org.jspecify.annotations.Nullable;

/** The place fields: a chip for the usual place, another list for a region or a country. */
final class RealisationPlaceFields {

    static final String REGION = "region";
    static final String COUNTRY = "country";

    /** The value for no place, or an unknown one. */
    static final String NOWHERE = "NONE";

    private RealisationPlaceFields() {}

    /** @param home the place with its own chip; {@code null} if there is none */
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

    /** The place; {@code null} if missing. Errors are noted on the form. */
    static @Nullable Place read(Form form) {
        String code = code(form);
        if (code == null) {
            return null;
        }
        Place place = Place.findByCode(code).orElse(null);
        if (place == null) {
            form.reject(
                    form.value("where").equals(REGION) || form.value("where").equals(COUNTRY)
                            ? form.value("where")
                            : "where",
                    code.isEmpty() ? "shell.form.required" : "realisation.unknown-place");
        }
        return place;
    }

    /** Replaces chips by the place itself, so that two versions can be compared. */
    static void normalise(Form form) {
        form.with("place", Optional.ofNullable(code(form)).orElse(""));
    }

    /** The reverse: the chips of the form's place. */
    static void expand(Form form, @Nullable Place home) {
        write(form, Place.findByCode(form.value("place")).orElse(null), home);
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
