package org.convergence.directory.people.web;

import java.util.ArrayList;
import java.util.List;
import org.convergence.directory.people.OrganisationKind;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.domain.Found;
import org.convergence.directory.people.domain.OrganisationList;
import org.convergence.directory.people.domain.OrganisationReading;
import org.convergence.directory.people.web.OrganisationsPage.Row;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Page;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of organisations. */
@Controller
@RequestMapping("/directory/people")
@Requires(PeoplePermissions.READ)
class OrganisationsController {

    private static final int SHOWN = 50;
    private static final int FEW = 5;
    private static final List<String> COLUMNS = List.of("name", "kind", "place", "");

    private final OrganisationList list;
    private final OrganisationReading reading;

    OrganisationsController(OrganisationList list, OrganisationReading reading) {
        this.list = list;
        this.reading = reading;
    }

    @GetMapping
    ModelAndView directory() {
        return Go.to(OrganisationsAsked.LIST);
    }

    @GetMapping("/organisations")
    ModelAndView organisations(Form form, Words t) {
        OrganisationsAsked asked = OrganisationsAsked.of(form);
        String after = form.filled("after") ? form.value("after") : null;
        Found<OrganisationList.Line> found = list.page(asked.filter(), after, SHOWN);
        boolean few = after == null && !asked.filter().typed().isEmpty() && found.count() < FEW;
        return Page.either(
                "directory/people/organisations",
                "directory/people/organisation-rows",
                new OrganisationsPage(
                        form,
                        filters(t),
                        listed(found, asked, after, t),
                        found.rows().stream().map(line -> row(line, t)).toList(),
                        few
                                ? list.near(asked.filter()).stream()
                                        .map(line -> row(line, t))
                                        .toList()
                                : List.of(),
                        tabs(true, t),
                        CurrentActor.get().may(PeoplePermissions.EDIT)));
    }

    private static Listed listed(
            Found<OrganisationList.Line> found, OrganisationsAsked asked, @Nullable String after, Words t) {
        List<String> labels = List.of(
                t.say("people.column.name"),
                t.say("people.column.kind"),
                t.say("people.column.place"),
                t.say("people.column.parents"));
        return Listed.of(
                found,
                asked.address(),
                asked.sort(),
                COLUMNS,
                labels,
                "people.organisations.count",
                after,
                !asked.filter().isEmpty(),
                t);
    }

    private OrganisationsPage.Filters filters(Words t) {
        List<Option> places = new ArrayList<>();
        places.add(new Option("QC", t.say("people.place.quebec")));
        list.places().forEach(code -> places.add(new Option(code, Saying.place(code, t))));
        List<Option> parents = reading.parents().stream()
                .map(parent -> Option.of(parent.id(), parent.brief()))
                .toList();
        return new OrganisationsPage.Filters(Saying.kinds(t), places, parents);
    }

    static Row row(OrganisationList.Line line, Words t) {
        String shortName = line.name().shortName();
        String parents = line.parents();
        return new Row(
                OrganisationsAsked.LIST + "/" + line.name().id().value(),
                line.name().name(),
                shortName == null ? "" : shortName,
                line.kind() == OrganisationKind.OTHER ? "" : Saying.kind(line.kind(), t),
                Saying.place(line.place(), t),
                parents == null ? "" : parents);
    }

    /** The tabs of organisations and people, for readers who may see both. */
    static List<Tab> tabs(boolean organisations, Words t) {
        if (!CurrentActor.get().may(PeoplePermissions.READ_PEOPLE)) {
            return List.of();
        }
        return List.of(
                new Tab(t.say("people.organisations"), OrganisationsAsked.LIST, organisations),
                new Tab(t.say("people.persons"), "/directory/people/persons", !organisations));
    }
}
