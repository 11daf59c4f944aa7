package org.convergence.advocacy.urgentaction.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.PublicText;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.TargetInOffice;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.mail.LetterBlock;
import org.convergence.platform.publicform.PublicLanguages;
import org.convergence.platform.settings.BaseUrl;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Writes the letter of an urgent action when it leaves, so that the outbox stores its text once; it is withheld if the
 * action is not public at that moment.
 */
@Component
record UrgentActionLetterWriter(
        ObjectProvider<UrgentActionRepository> repository,
        PublicLanguages languages,
        OrganisationSettings settings,
        BaseUrl baseUrl)
        implements BodyCompleter {

    @Override
    public String name() {
        return UrgentActionLetterSender.NAME;
    }

    @Override
    public Optional<String> withholdingReason(WaitingLetter letter) {
        return repository.getObject().findByText(letter.subject()).stream()
                        .anyMatch(action -> UrgentActionPolicy.isPublic(action, settings.today()))
                ? Optional.empty()
                : Optional.of("urgentaction.letter.withheld");
    }

    @Override
    public Map<String, List<LetterBlock>> blocks(UUID text) {
        UrgentAction action = repository.getObject().findByText(text).orElseThrow();
        var wording = repository.getObject().findWording(action.id());
        PublicText words = repository.getObject().findText(text);
        return Map.of("call", write(action, words, wording.targets(), languages.wordsFor(words.language())));
    }

    List<LetterBlock> write(UrgentAction action, PublicText text, List<TargetInOffice> targets, Words t) {
        List<LetterBlock> blocks = new ArrayList<>();
        blocks.add(new LetterBlock.LetterParagraph(
                t.say("public.urgentaction.mail.lead", settings.current().name(), action.partnerName())));
        blocks.add(new LetterBlock.LetterSubheading(text.title()));
        blocks.addAll(LetterBlock.paragraphs(text.story()));
        blocks.add(new LetterBlock.LetterSubheading(t.say("public.urgentaction.mail.to")));
        blocks.add(new LetterBlock.Bullets(UrgentActionPolicy.findReachable(targets, settings.today()).stream()
                .map(each -> new LetterBlock.BulletItem(each.name() + ", " + each.office(), null))
                .toList()));
        blocks.add(new LetterBlock.LetterParagraph(
                t.say("public.urgentaction.mail.ask", t.dayAndDate(action.expiresOn()))));
        blocks.add(new LetterBlock.Button(
                t.say("public.urgentaction.mail.open"),
                baseUrl.value() + UrgentActionQueries.PATH + action.code() + "?in=" + text.language()));
        return blocks;
    }
}
