package org.convergence.directory.exchange.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.convergence.directory.exchange.ExchangePermissions;
import org.convergence.directory.exchange.domain.ExchangeFilter;
import org.convergence.directory.exchange.domain.ExchangeQueries;
import org.convergence.directory.exchange.domain.ExchangeRow;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.list.ListColumn;
import org.convergence.platform.list.ListFrame;
import org.convergence.platform.list.ListView;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormFields;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of exchanges, and its export. */
@Controller
@RequestMapping("/directory/exchange")
@Requires(ExchangePermissions.READ)
class ExchangeListController {

    private static final List<ListColumn<ExchangeRow>> COLUMNS = List.of(
            ListColumn.of("exchange.field.happened_on", ExchangeRow::happenedOn),
            ListColumn.formatted(
                    "exchange.field.channel", (row, t) -> t.say(row.channel().key())),
            ListColumn.of("exchange.field.subject", ExchangeRow::subject),
            ListColumn.of("exchange.field.people", row -> ExchangeRow.cell(row.people())),
            ListColumn.of("exchange.field.organisations", row -> ExchangeRow.cell(row.organisations())),
            ListColumn.of("exchange.field.body", ExchangeRow::body));

    private final ExchangeQueries exchangeQueries;
    private final PartyChooser chooser;
    private final OrganisationSettings settings;
    private final ListView<ExchangeFilter, ExchangeRow> view;

    ExchangeListController(ExchangeQueries exchangeQueries, PartyChooser chooser, OrganisationSettings settings) {
        this.exchangeQueries = exchangeQueries;
        this.chooser = chooser;
        this.settings = settings;
        Field<PersonId> person =
                chooser.person("person", "exchange.filter.person").optional();
        Field<OrganisationId> organisation = chooser.organisation("organisation", "exchange.filter.organisation")
                .optional();
        this.view = new ListView<>(
                ExchangePage.LIST,
                "exchange.count",
                FormFields.of(
                        ExchangeListPage.WORDS.from(ExchangeFilter::words),
                        ExchangeListPage.FROM.from(ExchangeFilter::from),
                        ExchangeListPage.TO.from(ExchangeFilter::to),
                        ExchangeListPage.CHANNEL.from(ExchangeFilter::channel),
                        person.from(ExchangeFilter::person),
                        organisation.from(ExchangeFilter::organisation)),
                answers -> new ExchangeFilter(
                        answers.textOrEmpty(ExchangeListPage.WORDS),
                        answers.find(ExchangeListPage.FROM),
                        answers.find(ExchangeListPage.TO),
                        answers.find(ExchangeListPage.CHANNEL),
                        answers.find(person),
                        answers.find(organisation)),
                COLUMNS);
    }

    @GetMapping
    ModelAndView list(Form form, Words t) {
        return view.page(form, t, exchangeQueries::findPage, (rows, frame) -> page(rows, frame, t));
    }

    private ExchangeListPage page(List<ExchangeRow> rows, ListFrame frame, Words t) {
        return new ExchangeListPage(
                frame,
                chooser.persons(frame.form(), "person", 1, List.of()),
                chooser.knownOrganisations(frame.form(), "organisation", 1),
                rows.stream()
                        .map(row -> ExchangeListPage.ExchangeListItem.of(row, t))
                        .toList(),
                CurrentActor.get().may(ExchangePermissions.RECORD));
    }

    @GetMapping("/export.{format}")
    void export(@PathVariable String format, Form form, Words t, HttpServletResponse response) throws IOException {
        view.export(format, t.say("exchange.list"), settings.today(), form, t, exchangeQueries::takeOut, response);
    }
}
