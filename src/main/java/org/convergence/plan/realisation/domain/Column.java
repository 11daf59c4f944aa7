package org.convergence.plan.realisation.domain;

import org.convergence.platform.text.Words;

/** The columns of a file of realisations: those that go out come in again. */
public enum Column {
    TITLE,
    FROM,
    TO,
    KIND,
    STATE,
    PLACE,
    ORGANISATIONS,
    COUNT,
    WOMEN,
    MEN,
    OTHER,
    NOT_STATED,
    YOUTH,
    HOURS,
    VOLUNTEER_HOURS,
    COPIES,
    LINES,
    NARRATIVE,
    LINKS;

    /** Key of its title in the messages. */
    public String key() {
        return "realisation.column." + name();
    }

    /** Its title, as files bear it. */
    public String title(Words t) {
        return t.say(key());
    }
}
