package org.convergence.platform.settings;

import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The words of letters and papers, whose reader is not there to ask. */
@Component
public class Speaking {

    private final Messages messages;
    private final OrganisationSettings settings;

    Speaking(Messages messages, OrganisationSettings settings) {
        this.messages = messages;
        this.settings = settings;
    }

    /** In the organisation's first language, for what all of it reads. */
    public Words toAll() {
        return to(null);
    }

    /**
     * In somebody's language.
     *
     * @param language as a code; where it is {@code null}, or none of ours, the organisation's first stands for it
     */
    public Words to(@Nullable String language) {
        Settings organisation = settings.current();
        String spoken = language != null && Language.SPOKEN.contains(language)
                ? language
                : organisation.spoken().get(0);
        return messages.in(Language.of(spoken), organisation.zone());
    }
}
