package org.convergence.education.workshop.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.education.tool.ToolStock;
import org.convergence.education.workshop.domain.WorkshopRequestFacts.CopyOrder;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells an order of printed copies, and what is left of them. */
@Component
record CopyOrderFormatter(ToolStock stock) {

    /** The tool and the number of copies; {@code null} without an order. */
    @Nullable
    String describe(@Nullable CopyOrder order, Words t) {
        return order == null
                ? null
                : t.say(
                        "public.workshop.copies.order",
                        order.copies(),
                        stock.findTitle(order.tool()).orElse(""));
    }

    /** The copies handed out, when and from which pile; {@code null} without a hand-out. */
    @Nullable
    String describeHandOut(@Nullable UUID handOut, Words t) {
        return handOut == null
                ? null
                : stock.findHandOut(handOut)
                        .map(each -> t.say(
                                "workshop.copies.handed",
                                each.copies(),
                                each.handedOn(),
                                each.label(),
                                t.languageName(each.language()),
                                each.place()))
                        .orElse(null);
    }

    /** Where copies are left, and how many. */
    List<String> describeStock(@Nullable CopyOrder order, Words t) {
        List<String> lines = order == null
                ? List.of()
                : batches(order, t).stream().map(Option::label).toList();
        return lines.isEmpty() ? List.of(t.say("workshop.copies.none")) : lines;
    }

    /** The printed copies of which some are left. */
    List<Option> batches(CopyOrder order, Words t) {
        return stock.findBatches(order.tool()).stream()
                .filter(each -> each.left() > 0)
                .map(each -> Option.of(
                        each.id(),
                        t.say(
                                "workshop.copies.batch",
                                each.left(),
                                each.label(),
                                t.languageName(each.language()),
                                each.place())))
                .toList();
    }

    /** The tools of which copies can be ordered, and the one that is. */
    List<Option> tools(@Nullable CopyOrder order) {
        List<Option> tools = new ArrayList<>(stock.findStocked().stream()
                .map(each -> Option.of(each.id(), each.title()))
                .toList());
        if (order != null
                && tools.stream()
                        .noneMatch(
                                each -> each.value().equals(order.tool().value().toString()))) {
            stock.findTitle(order.tool()).ifPresent(title -> tools.add(Option.of(order.tool(), title)));
        }
        return tools;
    }
}
