package org.convergence.example;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;

/** Who does a gesture: whoever is in charge of the line if her role allows it, else the coordinator. */
record Hands(Map<Part, Actor> cast) {

    Hands {
        cast = new EnumMap<>(cast);
    }

    Actor of(Part part) {
        return Objects.requireNonNull(cast.get(part));
    }

    Actor coordinator() {
        return of(Part.MARYSE);
    }

    /** Who keeps a line. */
    Actor keeping(String key) {
        return among(key, Role.STAFF);
    }

    /** Who says what was done for a line. */
    Actor recording(String key) {
        return among(key, Role.STAFF, Role.VOLUNTEER);
    }

    private Actor among(String key, Role... roles) {
        for (Part part : Part.values()) {
            if (part.key().equals(key)) {
                for (Role role : roles) {
                    if (part.role() == role) {
                        return of(part);
                    }
                }
            }
        }
        return coordinator();
    }
}
