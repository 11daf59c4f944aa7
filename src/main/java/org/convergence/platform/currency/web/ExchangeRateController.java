package org.convergence.platform.currency.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.currency.CurrencyPermissions;
import org.convergence.platform.currency.ExchangeRate;
import org.convergence.platform.currency.ExchangeRateId;
import org.convergence.platform.currency.ExchangeRateQueries;
import org.convergence.platform.currency.ExchangeRateQueries.ExchangeRateFilter;
import org.convergence.platform.currency.ExchangeRateQueries.ExchangeRateRow;
import org.convergence.platform.currency.ExchangeRateService;
import org.convergence.platform.currency.ExchangeRateService.ExchangeRateImport;
import org.convergence.platform.currency.RateFileReader;
import org.convergence.platform.currency.RateFileReader.RateFile;
import org.convergence.platform.database.Refused;
import org.convergence.platform.list.ListColumn;
import org.convergence.platform.list.ListFrame;
import org.convergence.platform.list.ListView;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormFields;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.SettingsPageEntry;
import org.convergence.platform.text.DateReader;
import org.convergence.platform.text.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The list of exchange rates, and how they are added, imported and removed. */
@Controller
@RequestMapping("/platform/currency")
@Requires(CurrencyPermissions.READ)
record ExchangeRateController(ExchangeRateService rates, ExchangeRateQueries queries, OrganisationSettings settings) {

    private static final ListView<ExchangeRateFilter, ExchangeRateRow> VIEW = new ListView<>(
            ExchangeRateListPage.LIST,
            "currency.count",
            FormFields.of(
                    ExchangeRateListPage.CURRENCY.from(ExchangeRateFilter::currency),
                    ExchangeRateListPage.DAY.from(ExchangeRateFilter::day)),
            answers -> new ExchangeRateFilter(
                    answers.find(ExchangeRateListPage.CURRENCY), answers.find(ExchangeRateListPage.DAY)),
            List.of(
                    ListColumn.of("currency.field.from", ExchangeRateRow::fromCurrency),
                    ListColumn.of("currency.field.to", ExchangeRateRow::toCurrency),
                    ListColumn.of("currency.field.rate", ExchangeRateRow::rate),
                    ListColumn.of("currency.field.valid_from", ExchangeRateRow::validFrom),
                    ListColumn.of("currency.field.valid_to", ExchangeRateRow::validTo),
                    ListColumn.of("currency.field.source", ExchangeRateRow::source)));

    @GetMapping
    ModelAndView list(Form form, Words t) {
        return VIEW.page(form, t, queries::findPage, (rows, frame) -> page(rows, frame, t));
    }

    private static ExchangeRateListPage page(List<ExchangeRateRow> rows, ListFrame frame, Words t) {
        return new ExchangeRateListPage(
                frame,
                rows.stream()
                        .map(row -> new ExchangeRateListPage.ExchangeRateListItem(
                                row.id(),
                                row.toRate().format(t),
                                t.period(row.validFrom(), row.validTo()),
                                row.source()))
                        .toList(),
                CurrentActor.get().may(CurrencyPermissions.EDIT));
    }

    @GetMapping("/export.{format}")
    void export(@PathVariable String format, Form form, Words t, HttpServletResponse response) throws IOException {
        VIEW.export(
                format,
                t.say("currency.menu"),
                settings.today(),
                form,
                t,
                (filter, as) -> queries.iterateAll(filter),
                response);
    }

    @GetMapping("/new")
    @Requires(CurrencyPermissions.EDIT)
    ModelAndView add(Form address) {
        return formPage(
                Form.blank()
                        .with(ExchangeRateForm.FROM.name(), address.value(ExchangeRateForm.FROM.name()))
                        .with(
                                ExchangeRateForm.TO.name(),
                                address.filled(ExchangeRateForm.TO.name())
                                        ? address.value(ExchangeRateForm.TO.name())
                                        : "CAD")
                        .with(
                                ExchangeRateForm.VALID_FROM.name(),
                                DateReader.read(address.value(ExchangeRateForm.VALID_FROM.name()))
                                        .orElse(settings.today()))
                        .with(ExchangeRateForm.BACK, address.value(ExchangeRateForm.BACK)),
                false);
    }

    private record ExchangeRateInput(ExchangeRate rate, boolean isConfirmed) {}

    @PostMapping("/new")
    @Requires(CurrencyPermissions.EDIT)
    ModelAndView add(Form form, Words t) {
        return form.submit(
                answers -> new ExchangeRateInput(
                        ExchangeRateForm.read(answers), answers.checkbox(ExchangeRateForm.CONFIRMED.name())),
                input -> {
                    rates.record(input.rate(), input.isConfirmed());
                    return SeeOther.back(form.value(ExchangeRateForm.BACK), ExchangeRateListPage.LIST)
                            .withNotice("currency.added", input.rate().format(t));
                },
                () -> formPage(form, false));
    }

    private static ModelAndView formPage(Form form, boolean isImport) {
        return PageView.of(
                "platform/currency/rate-form", new ExchangeRateListPage.ExchangeRateFormPage(form, isImport));
    }

    @GetMapping("/import")
    @Requires(CurrencyPermissions.EDIT)
    ModelAndView importFile() {
        return formPage(Form.blank(), true);
    }

    @PostMapping("/import")
    @Requires(CurrencyPermissions.EDIT)
    ModelAndView importFile(Form form, Words t) {
        return form.submit(
                ExchangeRateController::readFile,
                file -> PageView.of(
                        "platform/currency/imported",
                        result(rates.importFile(file, form.filled(ExchangeRateForm.CONFIRMED.name())), t)),
                () -> formPage(form, true));
    }

    private static RateFile readFile(FormValues answers) {
        RateFile none = new RateFile(List.of(), List.of());
        String source = answers.optionalText(ExchangeRateForm.SOURCE.name(), ExchangeRate.LONGEST_SOURCE);
        MultipartFile file = answers.file("file");
        if (file == null) {
            answers.reject("file", "shell.form.required");
            return none;
        }
        String name = file.getOriginalFilename();
        String otherwise = source != null ? source : name == null || name.isBlank() ? "CSV" : name;
        try (InputStream in = file.getInputStream()) {
            return RateFileReader.read(in, otherwise);
        } catch (Refused unreadable) {
            answers.reject("file", unreadable.messageKey(), unreadable.arguments());
            return none;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ExchangeRateListPage.ExchangeRateImportPage result(ExchangeRateImport done, Words t) {
        return new ExchangeRateListPage.ExchangeRateImportPage(
                done.added(),
                done.known(),
                done.suspect().stream().map(rate -> named(rate, t)).toList(),
                done.different().stream().map(rate -> named(rate, t)).toList(),
                done.unreadable());
    }

    private static String named(ExchangeRate rate, Words t) {
        return t.say("currency.rate.used", rate.format(t), rate.validFrom(), rate.source());
    }

    @PostMapping("/{id}/remove")
    @Requires(CurrencyPermissions.EDIT)
    ModelAndView remove(@PathVariable ExchangeRateId id) {
        rates.delete(id);
        return SeeOther.to(ExchangeRateListPage.LIST).withNotice("currency.removed");
    }

    @Bean
    static SettingsPageEntry ratesEntry() {
        return SettingsPageEntry.of(45, "currency.menu", ExchangeRateListPage.LIST, CurrencyPermissions.EDIT);
    }
}
