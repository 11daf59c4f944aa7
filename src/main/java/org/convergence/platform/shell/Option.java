package org.convergence.platform.shell;

/**
 * Something that can be chosen in a form.
 *
 * @param value what is sent
 * @param label what is read
 */
public record Option(String value, String label) {

    /** A choice whose value is an enum's word or an identifier. */
    public static Option of(Object value, String label) {
        return new Option(Typed.write(value), label);
    }
}
