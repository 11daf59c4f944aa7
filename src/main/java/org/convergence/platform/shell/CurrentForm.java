package org.convergence.platform.shell;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import org.jspecify.annotations.Nullable;

/** The form whose content the current thread renders: the default of {@code form} in the templates of its fields. */
public final class CurrentForm {

    private static final ThreadLocal<@Nullable Form> CURRENT = new ThreadLocal<>();

    private CurrentForm() {}

    /**
     * The form around the field.
     *
     * @throws IllegalStateException outside the template {@code platform/shell/form}
     */
    public static Form get() {
        Form form = CURRENT.get();
        if (form == null) {
            throw new IllegalStateException("A field outside a form names its form");
        }
        return form;
    }

    /** The content, rendered inside the form. */
    public static Content within(Form form, Content content) {
        return new Content() {
            @Override
            public void writeTo(TemplateOutput output) {
                CURRENT.set(form);
                try {
                    content.writeTo(output);
                } finally {
                    CURRENT.remove();
                }
            }

            @Override
            public boolean isEmptyContent() {
                return content.isEmptyContent();
            }
        };
    }
}
