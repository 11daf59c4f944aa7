package org.convergence.directory.consent.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.convergence.directory.consent.ConsentChannel;
import org.convergence.directory.consent.ConsentPermissions;
import org.convergence.directory.consent.MayWrite;
import org.convergence.directory.consent.Purpose;
import org.convergence.directory.consent.domain.ConsentAnswers;
import org.convergence.directory.consent.domain.ConsentReading;
import org.convergence.directory.consent.domain.ConsentReading.Listed;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Answers;
import org.convergence.platform.shell.FieldsRefused;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.MenuEntry.Group;
import org.convergence.platform.shell.Page;
import org.convergence.platform.shell.Slice;
import org.convergence.platform.text.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** « À qui peut-on écrire à ce sujet? »: all people with an address, with the answer and its reason. */
@Controller
@Requires(ConsentPermissions.READ)
class ConsentsController {

    private static final int SHOWN = 50;

    private final ConsentReading reading;
    private final ConsentAnswers answers;
    private final OrganisationSettings settings;

    ConsentsController(ConsentReading reading, ConsentAnswers answers, OrganisationSettings settings) {
        this.reading = reading;
        this.answers = answers;
        this.settings = settings;
    }

    private record Asked(ConsentChannel channel, Purpose purpose, LocalDate on) {}

    @GetMapping(ConsentUrls.LIST)
    ModelAndView list(Form form, Words t) {
        try {
            Asked asked = form.read(read -> read(form, read));
            List<Listed> found =
                    reading.reachable(asked.channel(), form.filled("after") ? form.value("after") : null, SHOWN + 1);
            return page(form, asked, Slice.of(found, SHOWN, Listed::position), t);
        } catch (FieldsRefused wrong) {
            Asked usual = new Asked(ConsentChannel.MAIL, Purpose.NEWS, settings.today());
            return Page.again(page(form, usual, new Slice<>(List.of(), null), t));
        }
    }

    private Asked read(Form form, Answers read) {
        if (!form.filled("channel")) {
            form.with("channel", ConsentChannel.MAIL);
        }
        if (!form.filled("purpose")) {
            form.with("purpose", Purpose.NEWS);
        }
        if (!form.filled("on")) {
            form.with("on", settings.today());
        }
        return new Asked(
                read.choice("channel", ConsentChannel.class), read.choice("purpose", Purpose.class), read.date("on"));
    }

    private ModelAndView page(Form form, Asked asked, Slice<Listed> slice, Words t) {
        List<PersonId> ids = slice.rows().stream().map(each -> each.name().id()).toList();
        Map<PersonId, MayWrite> known = answers.mayWrite(ids, asked.channel(), asked.purpose(), asked.on());
        List<ConsentState> rows = slice.rows().stream()
                .map(each -> ConsentState.of(
                        each.name().name(),
                        ConsentUrls.person(each.name().id()),
                        Objects.requireNonNull(known.get(each.name().id())),
                        t))
                .toList();
        UriComponentsBuilder here = UriComponentsBuilder.fromPath(ConsentUrls.LIST)
                .queryParam("channel", asked.channel())
                .queryParam("purpose", asked.purpose())
                .queryParam("on", asked.on());
        String first = here.cloneBuilder().toUriString();
        String next = slice.next() == null
                ? null
                : here.cloneBuilder().queryParam("after", slice.next()).toUriString();
        return Page.either(
                "directory/consent/list",
                "directory/consent/rows",
                new ConsentsPage(
                        form,
                        t.say(
                                "consent.list.question",
                                t.say(asked.channel().key()),
                                t.say(asked.purpose().key()),
                                t.date(asked.on())),
                        rows,
                        ConsentForms.purposes(t),
                        ConsentForms.channels(t),
                        form.filled("after") ? first : null,
                        next,
                        CurrentActor.get().may(ConsentPermissions.SETTLE) ? ConsentUrls.SETTINGS : null));
    }

    @Bean
    static MenuEntry consentsMenuEntry() {
        return MenuEntry.of(Group.FOOT, 13, "consent.list", ConsentUrls.LIST)
                .requiring(ConsentPermissions.READ)
                .within("people.menu");
    }
}
