package org.convergence.resources.ledger.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.Refused;
import org.convergence.platform.imports.ImportBoard;
import org.convergence.platform.imports.ImportFile;
import org.convergence.platform.imports.Imports;
import org.convergence.platform.imports.Outcome;
import org.convergence.resources.ledger.domain.StatementColumn;
import org.convergence.resources.ledger.domain.StatementKind;
import org.convergence.resources.ledger.domain.StatementSettings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/** A bank statement sent by a program: entered as detected, or refused as a whole. */
@Component
class StatementReception {

    private static final int LOOKED_AT = 2_000;

    private final Imports imports;
    private final ImportBoard board;
    private final StatementKind kind;

    StatementReception(Imports imports, ImportBoard board, StatementKind kind) {
        this.imports = imports;
        this.board = board;
        this.kind = kind;
    }

    /** The result of importing its lines. */
    record Taken(UUID file, Map<Outcome, Integer> counts) {}

    /** @throws Refused where the day or the amount is not recognised, or a day or an amount could mean two things */
    @Transactional
    Taken take(String name, MultipartFile file, StatementSettings settings) {
        try (InputStream content = file.getInputStream()) {
            UUID id = imports.read(kind, name, content, Json.of(settings));
            ImportFile read = board.open(id);
            boolean amounts = Stream.of(StatementColumn.AMOUNT, StatementColumn.DEPOSIT, StatementColumn.WITHDRAWAL)
                    .anyMatch(read.columns()::contains);
            if (!read.columns().contains(StatementColumn.DAY) || !amounts) {
                throw new Refused("ledger.refused.columns");
            }
            kind.undecidedDay(read, board.samples(read)).ifPresent(it -> {
                throw new Refused("ledger.refused.day-or-month", it);
            });
            kind.unclear(board.lines(id, null, 0, LOOKED_AT)).ifPresent(it -> {
                throw new Refused("ledger.refused.direction", it);
            });
            imports.run(id, read.version());
            return new Taken(id, board.counts(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
