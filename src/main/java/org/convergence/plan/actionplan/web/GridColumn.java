package org.convergence.plan.actionplan.web;

import org.convergence.platform.shell.Form;
import org.convergence.platform.text.DateReader;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** The columns of the grid, in order. */
public enum GridColumn {
    RESPONSIBLE("responsible", "responsible", "people-names"),
    SUPPORT("support", "support", null),
    FROM("from", "window_from", null),
    TO("to", "window_to", null),
    RHYTHM("rhythm", "rhythm", "rhythms"),
    TARGET("target", "target", null),
    EFFORT("effort", "effort", null),
    STATED("stated", "stated", null),
    REASON("reason", "stated_reason", null);

    private final String field;
    private final String name;
    private final @Nullable String suggestions;

    GridColumn(String field, String name, @Nullable String suggestions) {
        this.field = field;
        this.name = name;
        this.suggestions = suggestions;
    }

    /** The name of its field in the form of a line. */
    public String field() {
        return field;
    }

    /** The list of suggestions on the page, {@code null} for none. */
    public @Nullable String suggestions() {
        return suggestions;
    }

    public String label(Words t) {
        return t.say("actionplan.field." + name);
    }

    /** The value of a cell, in words. */
    public String format(Form form, Words t) {
        String value = form.value(field);
        if (isDay()) {
            return DateReader.read(value).map(t::shortDate).orElse(value);
        }
        return LineUrls.formatValue(field, value, t);
    }

    /** Whether it holds a day. */
    public boolean isDay() {
        return this == FROM || this == TO;
    }

    /** The column that is validated together with this one; {@code null} if there is none. */
    @Nullable
    GridColumn validatedWith() {
        return switch (this) {
            case FROM -> TO;
            case TO -> FROM;
            case STATED -> REASON;
            case REASON -> STATED;
            default -> null;
        };
    }

    /** Whether it is a choice among a few options. */
    public boolean isChoice() {
        return this == EFFORT || this == STATED;
    }
}
