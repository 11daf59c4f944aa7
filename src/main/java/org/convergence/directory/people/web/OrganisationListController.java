package org.convergence.directory.people.web;

import java.util.ArrayList;
import java.util.List;
import org.convergence.directory.people.OrganisationKind;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.domain.CountedSlice;
import org.convergence.directory.people.domain.OrganisationListQueries;
import org.convergence.directory.people.domain.OrganisationQueries;
import org.convergence.directory.people.web.OrganisationListPage.OrganisationListRow;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
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
class OrganisationListController {

    private static final int SHOWN = 50;
    private static final int FEW = 5;
    private static final List<String> COLUMNS = List.of("name", "kind", "place", "");

    private final OrganisationListQueries list;
    private final OrganisationQueries reading;

    OrganisationListController(OrganisationListQueries list, OrganisationQueries reading) {
        this.list = list;
        this.reading = reading;
    }

    @GetMapping
    ModelAndView directory() {
        return SeeOther.to(OrganisationListParameters.LIST);
    }

    @GetMapping("/organisations")
    ModelAndView organisations(Form form, Words t) {
        OrganisationListParameters asked = OrganisationListParameters.of(form);
        String after = form.filled("after") ? form.value("after") : null;
        CountedSlice<OrganisationListQueries.OrganisationLine> found = list.findPage(asked.filter(), after, SHOWN);
        boolean few = after == null && !asked.filter().typed().isEmpty() && found.count() < FEW;
        return PageView.pageOrFragment(
                "directory/people/organisations",
                "directory/people/organisation-rows",
                new OrganisationListPage(
                        form,
                        filters(t),
                        listed(found, asked, after, t),
                        found.rows().stream().map(line -> row(line, t)).toList(),
                        few
                                ? list.findSimilar(asked.filter()).stream()
                                        .map(line -> row(line, t))
                                        .toList()
                                : List.of(),
                        tabs(true, t),
                        CurrentActor.get().may(PeoplePermissions.EDIT)));
    }

    private static DirectoryListFrame listed(
            CountedSlice<OrganisationListQueries.OrganisationLine> found,
            OrganisationListParameters asked,
            @Nullable String after,
            Words t) {
        List<String> labels = List.of(
                t.say("people.column.name"),
                t.say("people.column.kind"),
                t.say("people.column.place"),
                t.say("people.column.parents"));
        return DirectoryListFrame.of(
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

    private OrganisationListPage.OrganisationFilterChoices filters(Words t) {
        List<Option> places = new ArrayList<>();
        places.add(new Option("QC", t.say("people.place.quebec")));
        list.findPlaces().forEach(code -> places.add(new Option(code, DirectoryFormatter.place(code, t))));
        List<Option> parents = reading.findParentOrganisations().stream()
                .map(parent -> Option.of(parent.id(), parent.brief()))
                .toList();
        return new OrganisationListPage.OrganisationFilterChoices(DirectoryFormatter.kinds(t), places, parents);
    }

    static OrganisationListRow row(OrganisationListQueries.OrganisationLine line, Words t) {
        String shortName = line.name().shortName();
        String parents = line.parents();
        return new OrganisationListRow(
                OrganisationListParameters.LIST + "/" + line.name().id().value(),
                line.name().name(),
                shortName == null ? "" : shortName,
                line.kind() == OrganisationKind.OTHER ? "" : DirectoryFormatter.kind(line.kind(), t),
                DirectoryFormatter.place(line.place(), t),
                parents == null ? "" : parents);
    }

    /** The tabs of organisations and people, for readers who may see both. */
    static List<Tab> tabs(boolean organisations, Words t) {
        if (!CurrentActor.get().may(PeoplePermissions.READ_PEOPLE)) {
            return List.of();
        }
        return List.of(
                new Tab(t.say("people.organisations"), OrganisationListParameters.LIST, organisations),
                new Tab(t.say("people.persons"), "/directory/people/persons", !organisations));
    }
}
