package org.convergence.resources.ledger.domain;

import java.util.ArrayList;
import java.util.List;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Paper;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.text.Words;
import org.joda.money.Money;

/** A deposit slip to print and take to the bank. */
public final class DepositPaperAssembler {

    private DepositPaperAssembler() {}

    /** @param organisation the holder of the account */
    public static Paper of(
            DepositService.DepositSlip slip, List<DepositService.DepositItem> items, String organisation, Words t) {
        String title = t.say("ledger.deposit.title", slip.number());
        List<List<Block.Cell>> rows = new ArrayList<>();
        for (DepositService.DepositItem each : items) {
            rows.add(List.of(
                    Block.Cell.of(each.payer().isEmpty() ? t.say("ledger.payer.unknown") : each.payer()),
                    Block.Cell.of(t.say(each.method().key())),
                    Block.Cell.of(each.reference() == null ? "" : each.reference()),
                    amount(each.amount(), t)));
        }
        List<Block> blocks = List.of(
                Block.text(t.say("ledger.deposit.into", slip.account())),
                new Block.Table(
                                t.say("ledger.deposit.payments"),
                                List.of(
                                        Block.Column.words(t.say("ledger.field.payer")),
                                        Block.Column.words(t.say("ledger.field.how")),
                                        Block.Column.words(t.say("ledger.field.reference")),
                                        Block.Column.figures(t.say("ledger.field.amount"))),
                                rows)
                        .withTotal(List.of(
                                Block.Cell.of(t.say("ledger.deposit.sum", items.size())),
                                Block.Cell.of(""),
                                Block.Cell.of(""),
                                amount(slip.sum(), t))),
                Block.signature(t.say("ledger.deposit.signed")));
        return new Paper(
                title,
                t.date(slip.madeOn()),
                organisation,
                t.say("ledger.deposit.description", slip.number()),
                List.of(Section.of(t.say("ledger.deposit.contents"), blocks)),
                Paper.Layout.PLAIN);
    }

    private static Block.Cell amount(Money amount, Words t) {
        return Block.Cell.of(t.money(amount), amount.getAmount());
    }
}
