package org.convergence.platform.publicform;

import java.time.Instant;
import java.util.Optional;
import org.convergence.platform.keys.MarkGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The time at which a form was opened, signed with the installation's keys, so that it cannot be forged and no session
 * is needed.
 */
@Component
class SignedOpeningTime {

    private static final String USE = "public form";

    private final MarkGenerator marks;

    SignedOpeningTime(MarkGenerator marks) {
        this.marks = marks;
    }

    String sign(String form, Instant opened) {
        String time = Long.toString(opened.toEpochMilli(), Character.MAX_RADIX);
        return time + "." + marks.compute(form + " " + time, USE);
    }

    /** Verifies the signature; empty if it is invalid or for another form. */
    Optional<Instant> read(String form, @Nullable String signed) {
        int point = signed == null ? -1 : signed.indexOf('.');
        if (signed == null || point < 1 || point > 12) {
            return Optional.empty();
        }
        String time = signed.substring(0, point);
        boolean ours = time.matches("[0-9a-z]+")
                && marks.computeAll(form + " " + time, USE).contains(signed.substring(point + 1));
        return ours ? Optional.of(Instant.ofEpochMilli(Long.parseLong(time, Character.MAX_RADIX))) : Optional.empty();
    }
}
