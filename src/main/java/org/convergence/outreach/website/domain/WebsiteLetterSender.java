package org.convergence.outreach.website.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.convergence.outreach.website.domain.WebsiteRequest.WebsiteRequestId;
import org.convergence.outreach.website.domain.WebsiteRequest.WebsiteRequestState;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.LetterBlock;
import org.convergence.platform.mail.LetterContent;
import org.convergence.platform.mail.Outbox;
import org.convergence.platform.publicform.PublicLanguages;
import org.convergence.platform.settings.BaseUrl;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Asks an address to confirm what was typed in a form: an answer to its own request (R-CASL-14). */
@Component
record WebsiteLetterSender(Outbox outbox, PublicLanguages languages, OrganisationSettings settings) {

    static final String NAME = "website_confirm";

    /** The days that an address has to confirm, from the day on which the letter leaves. */
    static final int CONFIRM_DAYS = 7;

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
                        new Letter.Completion(NAME, request.id().value()))
                .regarding(NAME, request.id().value()));
    }

    /**
     * Makes the link, and tells the last day to confirm, when the letter leaves; one for a request that is confirmed or gone
     * is withheld.
     */
    @Bean
    static BodyCompleter websiteLetterCompleter(
            ObjectProvider<WebsiteRequestRepository> requests,
            PublicLanguages languages,
            OrganisationSettings settings,
            BaseUrl baseUrl) {
        return BodyCompleter.of(
                NAME,
                letter -> requests.getObject()
                        .find(letter.subject())
                        .filter(each -> each.state() == WebsiteRequestState.PENDING)
                        .isPresent(),
                "website.letter.withheld",
                id -> Map.of(
                        "link",
                        baseUrl.value()
                                + WebsiteRequestService.PATH
                                + requests.getObject().issueLink(id),
                        "until",
                        languages
                                .wordsFor(requests.getObject()
                                        .findById(new WebsiteRequestId(id))
                                        .language())
                                .date(settings.today().plusDays(CONFIRM_DAYS))));
    }
}
