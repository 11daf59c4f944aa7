package org.convergence.directory.consent.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.convergence.directory.consent.ConsentChannel;
import org.convergence.directory.consent.ConsentDecision;
import org.convergence.directory.consent.ConsentPermissions;
import org.convergence.directory.consent.Purpose;
import org.convergence.directory.consent.domain.ConsentDecisionQueries;
import org.convergence.directory.consent.domain.ConsentLedgerQueries;
import org.convergence.directory.consent.domain.ConsentLedgerQueries.ReachablePerson;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.list.ListRequest;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.FieldsRefused;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.ListSlice;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.PageAddress;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.text.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** « À qui peut-on écrire à ce sujet? »: all people with an address, with the answer and its reason. */
@Controller
@Requires(ConsentPermissions.READ)
record ConsentListController(
        ConsentLedgerQueries consentLedgerQueries,
        ConsentDecisionQueries consentDecisions,
        OrganisationSettings settings) {

    private static final int SHOWN = 50;

    private record ConsentListFilter(ConsentChannel channel, Purpose purpose, LocalDate on) {}

    @GetMapping(ConsentPersonPage.LIST)
    ModelAndView list(Form form, Words t) {
        try {
            ConsentListFilter asked = form.read(read -> read(form, read));
            String after = form.filled("after") ? form.value("after") : null;
            return page(
                    form,
                    asked,
                    consentLedgerQueries.findReachable(new ListRequest<>(asked.channel(), "", after, SHOWN)),
                    t);
        } catch (FieldsRefused wrong) {
            ConsentListFilter usual = new ConsentListFilter(ConsentChannel.MAIL, Purpose.NEWS, settings.today());
            return PageView.withErrors(page(form, usual, new ListSlice<>(List.of(), null), t));
        }
    }

    private ConsentListFilter read(Form form, FormValues read) {
        if (!form.filled("channel")) {
            form.with("channel", ConsentChannel.MAIL);
        }
        if (!form.filled("purpose")) {
            form.with("purpose", Purpose.NEWS);
        }
        if (!form.filled("on")) {
            form.with("on", settings.today());
        }
        return new ConsentListFilter(
                read.choice("channel", ConsentChannel.class), read.choice("purpose", Purpose.class), read.date("on"));
    }

    private ModelAndView page(Form form, ConsentListFilter asked, ListSlice<ReachablePerson> slice, Words t) {
        List<PersonId> ids = slice.rows().stream().map(ReachablePerson::id).toList();
        Map<PersonId, ConsentDecision> known =
                consentDecisions.mayWrite(ids, asked.channel(), asked.purpose(), asked.on());
        List<ConsentStateRow> rows = slice.rows().stream()
                .map(each -> ConsentStateRow.of(
                        each.name(), ConsentPersonPage.url(each.id()), Objects.requireNonNull(known.get(each.id())), t))
                .toList();
        PageAddress here = PageAddress.of(ConsentPersonPage.LIST)
                .with("channel", asked.channel().name())
                .with("purpose", asked.purpose().name())
                .with("on", asked.on().toString());
        String first = here.toString();
        String next =
                slice.next() == null ? null : here.with("after", slice.next()).toString();
        return PageView.pageOrFragment(
                "directory/consent/list",
                "directory/consent/rows",
                new ConsentListPage(
                        form,
                        t.say(
                                "consent.list.question",
                                t.say(asked.channel().key()),
                                t.say(asked.purpose().key()),
                                t.date(asked.on())),
                        rows,
                        ConsentForm.purposes(t),
                        ConsentForm.channels(t),
                        form.filled("after") ? first : null,
                        next,
                        CurrentActor.get().may(ConsentPermissions.SETTLE) ? ConsentPersonPage.SETTINGS : null));
    }

    @Bean
    static MenuEntry consentsMenuEntry() {
        return MenuEntry.of("consent.list", ConsentPersonPage.LIST).requiring(ConsentPermissions.READ);
    }
}
