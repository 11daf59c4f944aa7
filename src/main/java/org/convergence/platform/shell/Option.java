package org.convergence.platform.shell;

/**
 * An option of a form.
 *
 * @param value the value sent
 * @param label the text shown
 */
public record Option(String value, String label) {

    /** An option whose value is an enum constant or an identifier. */
    public static Option of(Object value, String label) {
        return new Option(FieldFormat.format(value), label);
    }
}
