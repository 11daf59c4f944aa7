package org.convergence.directory.protection.web;

import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.PartyPage;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.directory.protection.ProtectionPermissions;
import org.convergence.directory.protection.domain.ProtectionReading;
import org.convergence.directory.protection.domain.WhoSees;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Page;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Who can access one's own data, for everyone; and a person's data, for staff answering them. */
@Controller
@RequestMapping("/directory/protection")
@Requires(ProtectionPermissions.OWN)
class SeenController {

    private final WhoSees seeing;
    private final ProtectionReading reading;

    SeenController(WhoSees seeing, ProtectionReading reading) {
        this.seeing = seeing;
        this.reading = reading;
    }

    @GetMapping("/mine")
    ModelAndView mine(Words t) {
        return page(null, seeing.oneself().orElse(null), List.of(), t);
    }

    @GetMapping("/persons/{id}/seen")
    @Requires(ProtectionPermissions.READ)
    ModelAndView hers(@PathVariable UUID id, Words t) {
        PersonName person = seeing.somebody(new PersonId(id));
        return page(
                person.name(),
                person,
                reading.gestures(person.id()).stream()
                        .map(each -> Saying.line(each, t))
                        .toList(),
                t);
    }

    private ModelAndView page(
            @Nullable String name, @Nullable PersonName person, List<ProtectedPage.Line> opened, Words t) {
        boolean opens = person != null && CurrentActor.get().may(PeoplePermissions.READ_PEOPLE);
        return Page.of(
                "directory/protection/seen",
                new SeenPage(
                        name,
                        opens && person != null ? PartyPage.of(person.id()) : null,
                        seeing.seen().stream()
                                .map(each -> new SeenPage.Line(
                                        t.say(each.what().key()),
                                        each.who().isEmpty() ? t.say("protection.seen.nobody") : t.list(each.who())))
                                .toList(),
                        opened,
                        seeing.taken().stream()
                                .map(each -> t.say(
                                        "protection.seen.taken.line",
                                        t.dateTime(each.at()),
                                        each.who(),
                                        each.people(),
                                        each.form()))
                                .toList()));
    }
}
