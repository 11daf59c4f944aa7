package org.convergence.safety.guide.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.geography.Country;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.convergence.safety.guide.CountryAdvisory;
import org.convergence.safety.guide.GuidePermissions;
import org.convergence.safety.guide.domain.AdvisoryFileReader;
import org.convergence.safety.guide.domain.AdvisoryRegister;
import org.convergence.safety.guide.domain.AdvisoryRegisterService;
import org.convergence.safety.guide.domain.AdvisoryService;
import org.convergence.safety.guide.domain.AdvisoryService.AdvisoryImport;
import org.convergence.safety.guide.domain.CountrySectionQueries;
import org.convergence.safety.guide.web.AdvisoryPage.AdvisoryFormPage;
import org.convergence.safety.guide.web.AdvisoryPage.AdvisoryListPage;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The register of advisories: its list, one country, and how levels are entered by hand or from a file. */
@Controller
@RequestMapping("/safety/guide")
@Requires(GuidePermissions.READ)
record AdvisoryController(
        AdvisoryService advisories,
        AdvisoryRegisterService registers,
        CountrySectionQueries sections,
        OrganisationSettings settings) {

    @GetMapping
    ModelAndView list(Words t) {
        Optional<AdvisoryRegister> register = registers.find();
        return PageView.of(
                "safety/guide/advisories",
                new AdvisoryListPage(
                        advisories.findAll().stream()
                                .map(each -> AdvisoryPage.of(each, settings.today(), t))
                                .sorted(Comparator.comparing(AdvisoryPage::name, t.order()))
                                .toList(),
                        register.map(each -> AdvisoryPage.describe(each, t)).orElse(null),
                        register.filter(each -> each.failingSince() != null).isPresent(),
                        CurrentActor.get().may(GuidePermissions.EDIT)));
    }

    @GetMapping("/new")
    @Requires(GuidePermissions.EDIT)
    ModelAndView add(@RequestParam(name = "country", required = false) @Nullable String country, Words t) {
        return formPage(
                Form.blank()
                        .with(AdvisoryForm.COUNTRY, country)
                        .with(AdvisoryForm.PUBLISHED_ON.name(), settings.today()),
                "new",
                t);
    }

    @PostMapping("/new")
    @Requires(GuidePermissions.EDIT)
    ModelAndView add(Form form, Words t) {
        return form.submit(
                AdvisoryForm::read,
                advisory -> {
                    advisories.record(advisory);
                    return SeeOther.to(AdvisoryPage.url(advisory.country()))
                            .withNotice("guide.recorded", advisory.country().name(t));
                },
                () -> formPage(form, "new", t));
    }

    @GetMapping("/import")
    @Requires(GuidePermissions.EDIT)
    ModelAndView importFile(Words t) {
        return formPage(Form.blank(), "import", t);
    }

    @PostMapping("/import")
    @Requires(GuidePermissions.EDIT)
    ModelAndView importFile(Form form, Words t) {
        return form.submit(
                this::readFile, register -> imported(advisories.replace(register)), () -> formPage(form, "import", t));
    }

    @GetMapping("/address")
    @Requires(GuidePermissions.EDIT)
    ModelAndView openAddress(Words t) {
        Form form = registers
                .find()
                .map(each -> Form.blank().atVersion(each.version()).with(AdvisoryForm.ADDRESS.name(), each.url()))
                .orElseGet(() -> Form.blank().atVersion(0));
        return formPage(form, "address", t);
    }

    @PostMapping("/address")
    @Requires(GuidePermissions.EDIT)
    ModelAndView setAddress(Form form, Words t) {
        record AddressInput(String address, int version) {}
        return form.submit(
                answers -> new AddressInput(answers.textOrEmpty(AdvisoryForm.ADDRESS), answers.version()),
                input -> {
                    if (input.address().isEmpty()) {
                        registers.remove();
                        return SeeOther.to(AdvisoryPage.LIST).withNotice("guide.register.removed");
                    }
                    return imported(registers.save(registers.read(input.address()), input.version()));
                },
                () -> formPage(form, "address", t));
    }

    private static ModelAndView imported(AdvisoryImport done) {
        SeeOther list = SeeOther.to(AdvisoryPage.LIST);
        return done.unknown().isEmpty()
                ? list.withNotice("guide.imported", done.read(), done.changed().size())
                : list.withWarning(
                        "guide.imported.unknown",
                        done.read(),
                        done.changed().size(),
                        done.unknown().size());
    }

    private List<CountryAdvisory> readFile(FormValues answers) {
        String source = answers.find(AdvisoryForm.SOURCE.optional());
        MultipartFile file = answers.file("file");
        if (file == null) {
            answers.reject("file", "shell.form.required");
            return List.of();
        }
        String name = file.getOriginalFilename();
        String otherwise = source != null ? source : name == null || name.isBlank() ? "CSV" : name;
        try (InputStream in = file.getInputStream()) {
            return AdvisoryFileReader.read(in, otherwise, settings.today());
        } catch (Refused unreadable) {
            answers.reject("file", unreadable.messageKey(), unreadable.arguments());
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping("/{country}")
    ModelAndView show(@PathVariable String country, Words t) {
        CountryAdvisory advisory = advisories.findByCountry(country(country));
        return PageView.of(
                "safety/guide/country",
                new AdvisoryPage.CountryPage(
                        AdvisoryPage.of(advisory, settings.today(), t),
                        CurrentActor.get().may(GuidePermissions.EDIT)
                                ? AdvisoryPage.LIST + "/new?country="
                                        + advisory.country().code()
                                : null,
                        sections.findByCountry(advisory.country(), t)));
    }

    /** @throws NotFound if no country has the code */
    static Country country(String code) {
        return Country.findByCode(code).orElseThrow(() -> new NotFound("country"));
    }

    private static ModelAndView formPage(Form form, String kind, Words t) {
        List<Option> countries = kind.equals("new")
                ? Country.findAll(t).stream()
                        .map(each -> new Option(each.code(), each.name(t)))
                        .toList()
                : List.of();
        return PageView.of("safety/guide/advisory-form", new AdvisoryFormPage(form, kind, countries));
    }

    /** Whether an advisory was last checked too long ago to be relied upon. */
    static boolean isStale(CountryAdvisory advisory, LocalDate today) {
        LocalDate checked = advisory.checkedOn();
        return checked != null && checked.plusDays(AdvisoryPage.FRESH_DAYS).isBefore(today);
    }

    @Bean
    static MenuEntry guideMenuEntry() {
        return MenuEntry.of("guide.menu", AdvisoryPage.LIST).requiring(GuidePermissions.READ);
    }
}
