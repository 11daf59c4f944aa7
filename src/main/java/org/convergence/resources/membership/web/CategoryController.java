package org.convergence.resources.membership.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.convergence.resources.membership.CategoryId;
import org.convergence.resources.membership.MemberKind;
import org.convergence.resources.membership.MembershipPermissions;
import org.convergence.resources.membership.domain.Category;
import org.convergence.resources.membership.domain.CategoryFacts;
import org.convergence.resources.membership.domain.CategoryService;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Lists, adds and corrects categories of members. */
@Controller
@RequestMapping("/resources/membership/categories")
@Requires(MembershipPermissions.ADMIT)
record CategoryController(CategoryService categories) {

    private static final String FORM = "resources/membership/category-form";

    private record CategoryInput(int version, CategoryFacts facts) {}

    @GetMapping
    @Requires(MembershipPermissions.READ)
    ModelAndView list(Words t) {
        boolean keeps = CurrentActor.get().may(MembershipPermissions.ADMIT);
        return PageView.of(
                "resources/membership/categories",
                new CategoriesPage(
                        categories.findAll().stream()
                                .map(it -> row(it, keeps, t))
                                .toList(),
                        keeps));
    }

    private static CategoriesPage.CategoryRow row(Category it, boolean keeps, Words t) {
        List<String> detail = new ArrayList<>(List.of(t.say(it.kind().key())));
        if (it.leastHeadcount() != null) {
            detail.add(t.say("membership.category.least", it.leastHeadcount()));
        }
        if (it.source() != null) {
            detail.add(it.source());
        }
        return new CategoriesPage.CategoryRow(
                it.label(),
                keeps ? MemberListPage.category(it.id()) : null,
                String.join(" · ", detail),
                it.description(),
                it.endedOn() == null ? null : t.say("membership.category.ended", t.date(it.endedOn())));
    }

    @GetMapping("/new")
    ModelAndView add() {
        return addPage(Form.blank().with("kind", MemberKind.ORGANISATION));
    }

    @PostMapping("/new")
    ModelAndView add(Form form) {
        return form.submit(
                answers -> read(form, answers),
                said -> {
                    categories.add(said.facts());
                    return SeeOther.to(MemberListPage.CATEGORIES)
                            .withNotice(
                                    "membership.category.added", said.facts().name());
                },
                () -> addPage(form));
    }

    private static ModelAndView addPage(Form form) {
        return PageView.of(
                FORM,
                MembershipFormPage.of(
                        "membership.category.new",
                        null,
                        MemberListPage.CATEGORIES + "/new",
                        MemberListPage.CATEGORIES,
                        form));
    }

    @GetMapping("/{id}")
    ModelAndView correct(@PathVariable UUID id) {
        Category it = categories.findById(new CategoryId(id));
        return correctPage(it, of(it.facts()).atVersion(it.version()));
    }

    @PostMapping("/{id}")
    ModelAndView correct(@PathVariable UUID id, Form form) {
        Category it = categories.findById(new CategoryId(id));
        return form.submit(
                answers -> read(form, answers),
                said -> categories.correct(it.typedId(), said.version(), said.facts()),
                SeeOther.to(MemberListPage.CATEGORIES).withNotice("membership.saved"),
                () -> correctPage(it, form));
    }

    private static ModelAndView correctPage(Category it, Form form) {
        return PageView.of(
                FORM,
                MembershipFormPage.of(
                        "membership.category.edit",
                        new MembershipFormPage.FormSubject(it.label(), MemberListPage.CATEGORIES),
                        MemberListPage.category(it.id()),
                        MemberListPage.CATEGORIES,
                        form));
    }

    private static Form of(CategoryFacts facts) {
        return Form.blank()
                .with("code", facts.code())
                .with("name", facts.name())
                .with("kind", facts.kind())
                .with("description", facts.description())
                .with("source", facts.source())
                .with("leastHeadcount", facts.leastHeadcount())
                .with("endedOn", facts.endedOn());
    }

    private static CategoryInput read(Form form, FormValues answers) {
        String code = answers.text("code", 10).toUpperCase(Locale.ROOT);
        if (!code.matches(CategoryFacts.CODE) && form.problem("code") == null) {
            form.reject("code", "membership.refused.code-form");
        }
        MemberKind kind = answers.choice("kind", MemberKind.class);
        Integer least = answers.optionalWholeNumber("leastHeadcount", 1, CategoryFacts.MOST);
        if (least != null && kind == MemberKind.PERSON && form.problem("leastHeadcount") == null) {
            form.reject("leastHeadcount", "membership.refused.no-headcount");
        }
        return new CategoryInput(
                answers.version(),
                new CategoryFacts(
                        code,
                        answers.text("name", 200),
                        kind,
                        answers.optionalText("description", 2000),
                        answers.optionalText("source", 300),
                        least,
                        answers.optionalDate("endedOn")));
    }
}
