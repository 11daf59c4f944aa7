package org.convergence.example;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;

/**
 * Picks the example user who acts: the person responsible for the line if their role allows it, otherwise the
 * coordinator.
 */
record ExampleActors(Map<ExampleUser, Actor> cast) {

    ExampleActors {
        cast = new EnumMap<>(cast);
    }

    Actor actorOf(ExampleUser part) {
        return Objects.requireNonNull(cast.get(part));
    }

    Actor coordinator() {
        return actorOf(ExampleUser.MARYSE);
    }

    /** The actor who edits a line. */
    Actor editorOf(String key) {
        return among(key, Role.STAFF);
    }

    /** The actor who records a line's realisations. */
    Actor recorderOf(String key) {
        return among(key, Role.STAFF, Role.VOLUNTEER);
    }

    private Actor among(String key, Role... roles) {
        for (ExampleUser part : ExampleUser.values()) {
            if (part.key().equals(key)) {
                for (Role role : roles) {
                    if (part.role() == role) {
                        return actorOf(part);
                    }
                }
            }
        }
        return coordinator();
    }
}
