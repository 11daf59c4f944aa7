package org.convergence.directory.secondlook.web;

import java.util.List;
import org.convergence.directory.people.ChooserField;
import org.convergence.directory.secondlook.SecondLookSubject.TextToRead;
import org.convergence.platform.publicform.FormShield;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.TranslatedPage;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** The form in which a second look is asked for. */
public record SecondLookPage(Form form, String action, String cancel, String title, ChooserField reader) {

    /**
     * The page of a reader.
     *
     * @param problem why the answer was not taken; {@code null} for none
     * @param over what to say once there is nothing to answer; {@code null} before
     */
    public record ReaderPage(
            Words words,
            String title,
            String lead,
            String address,
            List<Option> languages,
            List<TextToRead> texts,
            String wording,
            @Nullable String problem,
            @Nullable String over,
            Form form,
            FormShield shield)
            implements TranslatedPage {}
}
