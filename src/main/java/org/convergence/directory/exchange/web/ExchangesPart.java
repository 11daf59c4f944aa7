package org.convergence.directory.exchange.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last exchanges with someone, on her page.
 *
 * @param count of all of them, in words
 * @param add where one is recorded; {@code null} for who may not
 * @param all where the others are; {@code null} where there are no others
 */
public record ExchangesPart(
        String count,
        List<ExchangesPage.Row> rows,
        @Nullable String add,
        @Nullable String all) {}
