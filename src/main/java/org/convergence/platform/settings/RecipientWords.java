package org.convergence.platform.settings;

import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The messages and formats of letters and papers, which have no reader's session. */
@Component
public class RecipientWords {

    private final Messages messages;
    private final OrganisationSettings settings;

    RecipientWords(Messages messages, OrganisationSettings settings) {
        this.messages = messages;
        this.settings = settings;
    }

    /** The messages in the organisation's first language, for texts to all members. */
    public Words forOrganisation() {
        return forLanguage(null);
    }

    /**
     * The messages in the recipient's language.
     *
     * @param language as a code; if it is {@code null} or not supported, the organisation's first is used
     */
    public Words forLanguage(@Nullable String language) {
        OrganisationProfile organisation = settings.current();
        String spoken = language != null && Language.SPOKEN.contains(language)
                ? language
                : organisation.spoken().get(0);
        return messages.in(Language.of(spoken), organisation.zone());
    }
}
