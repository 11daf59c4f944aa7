package org.convergence.outreach.website.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.outreach.website.domain.WebsiteRequest.WebsiteRequestState;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.LetterBlock;
import org.convergence.platform.mail.LetterContent;
import org.convergence.platform.mail.Outbox;
import org.convergence.platform.publicform.PublicLanguages;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Asks an address to confirm what was typed in a form: an answer to its own request (R-CASL-14). */
@Component
record WebsiteLetterSender(Outbox outbox, PublicLanguages languages, OrganisationSettings settings) {

    static final String NAME = "website_confirm";

    void post(WebsiteRequest request) {
        String mail = request.mail();
        if (mail == null) {
            return;
        }
        Words t = languages.wordsFor(request.language());
        String key = "public.website.letter." + request.kind();
        String us = settings.current().name();
        List<LetterBlock> blocks = new ArrayList<>(LetterBlock.paragraphs(t.say(key + ".text", us)));
        blocks.add(new LetterBlock.Button(t.say(key + ".button"), "[[link]]"));
        blocks.addAll(LetterBlock.paragraphs(t.say("public.website.letter.otherwise", us)));
        outbox.post(new Letter(
                mail,
                t.say(key + ".subject", us),
                LetterContent.of(t, blocks),
                NAME,
                new Letter.Completion(NAME, request.id().value())));
    }

    /** Makes the link when the letter leaves; one for a request that is confirmed or gone is withheld. */
    @Component
    static class WebsiteLetterCompleter implements BodyCompleter {

        private final ObjectProvider<WebsiteRequestRepository> requests;
        private final String baseUrl;

        WebsiteLetterCompleter(
                ObjectProvider<WebsiteRequestRepository> requests, @Value("${convergence.base-url}") String baseUrl) {
            this.requests = requests;
            this.baseUrl = baseUrl;
        }

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public Optional<String> withholdingReason(WaitingLetter letter) {
            boolean waits = requests.getObject()
                    .find(letter.subject())
                    .map(each -> each.state() == WebsiteRequestState.PENDING)
                    .orElse(false);
            return waits ? Optional.empty() : Optional.of("website.letter.withheld");
        }

        @Override
        public Map<String, String> complete(UUID request) {
            return Map.of(
                    "link",
                    baseUrl + WebsiteRequestService.PATH + requests.getObject().issueLink(request));
        }
    }
}
