package org.convergence.resources.gift.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Paper;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.shell.Form;
import org.convergence.platform.text.Words;
import org.convergence.resources.gift.domain.CharityEstimateService.GivenMoney;
import org.convergence.resources.gift.domain.CharityPolicy;
import org.convergence.resources.gift.domain.CharityPolicy.CharityEstimate;
import org.convergence.resources.ledger.AccountantBooks;
import org.jspecify.annotations.Nullable;

/**
 * A charity number or not: what the status asks, what it costs, and what the gifts of a year would have gained, the same
 * on the page and on paper.
 *
 * @param parts in order, each with its sentences
 */
public record CharityPage(List<CharityPart> parts, Form form) {

    static final String URL = GiftPage.LIST + "/charity";

    /** A part of the page: a title, and what it says. */
    public record CharityPart(String title, List<String> sentences) {}

    private static final List<String> OBLIGATIONS =
            List.of("purposes", "receipts", "return", "books", "abroad", "politics", "undo");
    private static final List<String> ADVANTAGES = List.of("receipts", "foundations", "taxes");

    static List<CharityPart> parts(int year, GivenMoney given, @Nullable CharityEstimate estimate, Words t) {
        return List.of(
                new CharityPart(t.say("gift.charity.without"), List.of(t.say("gift.charity.without.text"))),
                new CharityPart(t.say("gift.charity.advantages"), list("gift.charity.advantage.", ADVANTAGES, t)),
                new CharityPart(t.say("gift.charity.obligations"), list("gift.charity.obligation.", OBLIGATIONS, t)),
                new CharityPart(
                        t.say("gift.charity.costs"),
                        estimate == null ? List.of(t.say("gift.charity.costs.none")) : costs(estimate, t)),
                new CharityPart(t.say("gift.charity.gains", String.valueOf(year)), gains(given, estimate, t)));
    }

    private static List<String> list(String prefix, List<String> keys, Words t) {
        return keys.stream().map(key -> t.say(prefix + key)).toList();
    }

    private static List<String> costs(CharityEstimate it, Words t) {
        return List.of(
                t.say(
                        "gift.charity.cost.apply",
                        money(it.costToApply(), t),
                        it.hoursToApply(),
                        money(it.hourlyCost(), t),
                        money(it.feesToApply(), t)),
                t.say(
                        "gift.charity.cost.year",
                        money(it.costAYear(), t),
                        it.hoursAYear(),
                        money(it.hourlyCost(), t),
                        money(it.feesAYear(), t)));
    }

    private static List<String> gains(GivenMoney given, @Nullable CharityEstimate estimate, Words t) {
        List<String> sentences = new ArrayList<>();
        sentences.add(t.say("gift.charity.gain.total", money(given.total(), t)));
        sentences.add(t.say(
                "gift.charity.gain.persons",
                given.persons().size(),
                money(given.ofPersons(), t),
                given.organisations(),
                money(given.ofOrganisations(), t)));
        if (given.anonymous().signum() > 0) {
            sentences.add(t.say("gift.charity.gain.anonymous", money(given.anonymous(), t)));
        }
        if (estimate != null) {
            String credits = money(CharityPolicy.credits(given.persons(), estimate), t);
            sentences.add(t.say("gift.charity.gain.credits", credits));
            sentences.add(t.say("gift.charity.gain.back", credits, money(estimate.costAYear(), t)));
            sentences.add(t.say(
                    "gift.charity.gain.rates",
                    t.decimal(estimate.federalBelow()),
                    t.decimal(estimate.provincialBelow()),
                    money(estimate.threshold(), t),
                    t.decimal(estimate.federalAbove()),
                    t.decimal(estimate.provincialAbove()),
                    estimate.source()));
        }
        return sentences;
    }

    private static String money(BigDecimal amount, Words t) {
        return t.money(amount, AccountantBooks.CURRENCY);
    }

    static Paper paper(List<CharityPart> parts, String organisation, Words t) {
        return new Paper(
                t.say("gift.charity"),
                "",
                organisation,
                t.say("gift.charity.lead"),
                Stream.concat(
                                parts.stream()
                                        .map(part -> Section.of(
                                                part.title(),
                                                List.<Block>of(new Block.ItemList(
                                                        false,
                                                        part.sentences().stream()
                                                                .map(each -> List.of(Block.text(each)))
                                                                .toList())))),
                                Stream.of(Section.of(
                                        t.say("gift.charity.decision"),
                                        List.of(Block.text(t.say("gift.charity.decision.text"))))))
                        .toList(),
                Paper.Layout.SHEET);
    }
}
