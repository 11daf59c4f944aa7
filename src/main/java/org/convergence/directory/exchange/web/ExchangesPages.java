package org.convergence.directory.exchange.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.convergence.directory.exchange.ExchangeChannel;
import org.convergence.directory.exchange.ExchangePermissions;
import org.convergence.directory.exchange.domain.ExchangeList;
import org.convergence.directory.exchange.domain.ExchangeList.Line;
import org.convergence.directory.exchange.domain.ExchangeList.With;
import org.convergence.directory.people.Chooser;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.shell.Address;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Slice;
import org.convergence.platform.text.DateReader;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** Puts the list of exchanges together. */
@Component
class ExchangesPages {

    private static final int NAMES = 4;

    private final Chooser chooser;

    ExchangesPages(Chooser chooser) {
        this.chooser = chooser;
    }

    ExchangesPage of(Form form, Slice<Line> slice, ExchangeList.Count count, Words t) {
        Address here = ExchangesAsked.address(form);
        String next = slice.next();
        return new ExchangesPage(
                form,
                new ExchangesPage.Filters(
                        channels(t),
                        chooser.persons(form, ExchangesAsked.PERSON, 1, List.of()),
                        chooser.organisations(form, ExchangesAsked.ORGANISATION, 1, List.of())),
                t.say("exchange.count", count.count(), t.count(count.count(), count.more())),
                narrowed(form, here, t),
                slice.rows().stream().map(line -> row(line, t)).toList(),
                new ExchangesPage.Files(
                        here.at(ExchangePage.LIST + "/export.csv").toString(),
                        here.at(ExchangePage.LIST + "/export.xlsx").toString()),
                next == null ? null : here.with("after", next).toString(),
                form.filled("after") ? here.toString() : null,
                CurrentActor.get().may(ExchangePermissions.RECORD));
    }

    static List<Option> channels(Words t) {
        return Arrays.stream(ExchangeChannel.values())
                .map(channel -> Option.of(channel, t.say(channel.key())))
                .toList();
    }

    static ExchangesPage.Row row(Line line, Words t) {
        return new ExchangesPage.Row(
                ExchangePage.url(line.id(), ""), t.shortDate(line.day()), line.subject(), detail(line, t));
    }

    /** « Courriel · Ana Morales, Centrale fictive ». */
    static String detail(Line line, Words t) {
        List<String> names = Stream.concat(line.people().stream(), line.organisations().stream())
                .map(With::name)
                .toList();
        String channel = t.say(line.channel().key());
        if (names.isEmpty()) {
            return channel;
        }
        String shown = String.join(", ", names.subList(0, Math.min(NAMES, names.size())));
        return names.size() > NAMES
                ? t.say("exchange.with-others", channel, shown, names.size() - NAMES)
                : channel + " · " + shown;
    }

    private List<ExchangesPage.Narrowed> narrowed(Form form, Address here, Words t) {
        List<ExchangesPage.Narrowed> narrowed = new ArrayList<>();
        for (String field : ExchangesAsked.FIELDS) {
            if (form.filled(field) && form.problem(field) == null) {
                narrowed.add(new ExchangesPage.Narrowed(
                        shown(field, form.value(field), t),
                        here.with(field, null).toString()));
            }
        }
        return narrowed;
    }

    private String shown(String field, String value, Words t) {
        return switch (field) {
            case "q" -> t.say("exchange.filter.words", value);
            case "from" ->
                t.say(
                        "exchange.filter.since",
                        DateReader.read(value).map(t::date).orElse(value));
            case "to" ->
                t.say(
                        "exchange.filter.until",
                        DateReader.read(value).map(t::date).orElse(value));
            case "channel" ->
                TextParser.constant(value, ExchangeChannel.class)
                        .map(channel -> t.say(channel.key()))
                        .orElse(value);
            default -> chooser.shown(value);
        };
    }
}
