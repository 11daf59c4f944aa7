package org.convergence.resources.dues.domain;

import java.util.ArrayList;
import java.util.List;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Inline;
import org.convergence.platform.rendering.Paper;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.settings.OrganisationProfile;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.domain.InvoiceDetailsQueries;
import org.springframework.stereotype.Component;

/** A printed reminder, in the invoice's language: the text of the mail on a sheet before the invoice. */
@Component
record ReminderPaperAssembler(RecipientWords recipientWords, OrganisationSettings settings) {

    Paper assemble(InvoiceDetailsQueries.InvoiceDetails it) {
        Words t = recipientWords.forLanguage(it.language());
        List<Block> blocks = new ArrayList<>();
        blocks.add(paragraph(it.addressee()));
        blocks.add(Block.text(t.date(settings.today())));
        for (String each : t.say("dues.letter.reminder", it.subject()).split("\n{2,}", -1)) {
            blocks.add(paragraph(each));
        }
        blocks.add(Block.text(DuesLetterCompleter.fill(
                t.say("dues.letter.reminder.facts"), it.number(), it.balance(), it.expectedOn(), settings.today(), t)));
        OrganisationProfile organisation = settings.current();
        List<String> pay = organisation.identity().paymentLines(t);
        if (!pay.isEmpty()) {
            blocks.add(paragraph(String.join("\n", pay)));
        }
        blocks.add(paragraph(organisation.signature()));
        String subject = t.say("dues.letter.reminder.subject", it.subject());
        return new Paper(
                subject,
                it.number(),
                organisation.name(),
                subject,
                List.of(Section.of("", blocks)),
                Paper.Layout.PLAIN);
    }

    private static Block paragraph(String text) {
        return new Block.Paragraph(Inline.lines(text));
    }
}
