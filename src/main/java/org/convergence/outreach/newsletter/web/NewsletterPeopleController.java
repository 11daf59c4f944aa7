package org.convergence.outreach.newsletter.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.PartyUrls;
import org.convergence.outreach.newsletter.NewsletterPermissions;
import org.convergence.outreach.newsletter.domain.Newsletter.NewsletterId;
import org.convergence.outreach.newsletter.domain.NewsletterQueries;
import org.convergence.outreach.newsletter.domain.NewsletterQueries.IssueReader;
import org.convergence.outreach.newsletter.web.NewsletterPage.IssuePeoplePage;
import org.convergence.outreach.newsletter.web.NewsletterPage.IssuePersonRow;
import org.convergence.platform.access.Requires;
import org.convergence.platform.mail.LetterFormatter;
import org.convergence.platform.mail.LetterState;
import org.convergence.platform.shell.PageAddress;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The people behind each number of what came of an issue. */
@Controller
@Requires(NewsletterPermissions.SEND)
record NewsletterPeopleController(NewsletterQueries queries, NewsletterPageAssembler assembler) {

    private static final int SHOWN = 50;

    static String url(NewsletterId id, String number, @Nullable String reason) {
        return PageAddress.of(NewsletterController.url(id) + "/people")
                .with("of", number)
                .with("reason", reason)
                .toString();
    }

    @GetMapping("/outreach/newsletter/{id}/people")
    ModelAndView show(
            @PathVariable NewsletterId id,
            @RequestParam String of,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable UUID after,
            Words t) {
        List<IssueReader> found = queries.findReaders(id, of, reason, after, SHOWN + 1);
        List<IssueReader> readers = found.subList(0, Math.min(SHOWN, found.size()));
        long hidden = readers.stream().filter(each -> each.person() == null).count();
        return PageView.of(
                "outreach/newsletter/people",
                new IssuePeoplePage(
                        NewsletterController.url(id),
                        assembler.title(id, t),
                        t.say("newsletter.people"),
                        readers.stream()
                                .filter(each -> each.person() != null)
                                .map(each -> row(each, t))
                                .toList(),
                        hidden == 0 ? null : t.say("newsletter.people.hidden", hidden),
                        found.size() <= SHOWN
                                ? null
                                : url(id, of, reason) + "&after="
                                        + readers.get(SHOWN - 1).id()));
    }

    private static IssuePersonRow row(IssueReader reader, Words t) {
        return new IssuePersonRow(
                PartyUrls.of(Objects.requireNonNull(reader.person())),
                Objects.requireNonNull(reader.name()),
                detail(reader, t));
    }

    private static String detail(IssueReader reader, Words t) {
        LetterState state = reader.state();
        if (reader.exclusion() != null) {
            return t.say(reader.exclusion().key());
        }
        if (state == null) {
            return t.say("newsletter.people.elsewhere");
        }
        return reader.reason() == null || state.hasLeft()
                ? t.capital(t.say(state.key()))
                : LetterFormatter.reason(state, reader.reason(), t);
    }
}
