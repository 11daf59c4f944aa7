package org.convergence.resources.ledger.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.Refused;
import org.convergence.platform.imports.ImportFile;
import org.convergence.platform.imports.ImportOutcome;
import org.convergence.platform.imports.ImportQueries;
import org.convergence.platform.imports.ImportService;
import org.convergence.resources.ledger.domain.StatementColumn;
import org.convergence.resources.ledger.domain.StatementImportKind;
import org.convergence.resources.ledger.domain.StatementImportKind.StatementSettings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/** A bank statement sent by a program: entered as detected, or refused as a whole. */
@Component
class StatementUploadService {

    private static final int LOOKED_AT = 2_000;

    private final ImportService imports;
    private final ImportQueries importQueries;
    private final StatementImportKind kind;

    StatementUploadService(ImportService imports, ImportQueries importQueries, StatementImportKind kind) {
        this.imports = imports;
        this.importQueries = importQueries;
        this.kind = kind;
    }

    /** The result of importing its lines. */
    record UploadedStatement(UUID file, Map<ImportOutcome, Integer> counts) {}

    /** @throws Refused where the day or the amount is not recognised, or a day or an amount could mean two things */
    @Transactional
    UploadedStatement upload(String name, MultipartFile file, StatementSettings settings) {
        try (InputStream content = file.getInputStream()) {
            UUID id = imports.upload(kind, name, content, Json.of(settings));
            ImportFile read = importQueries.findById(id);
            boolean amounts = Stream.of(StatementColumn.AMOUNT, StatementColumn.DEPOSIT, StatementColumn.WITHDRAWAL)
                    .anyMatch(read.columns()::contains);
            if (!read.columns().contains(StatementColumn.DAY) || !amounts) {
                throw new Refused("ledger.refused.columns");
            }
            kind.undecidedDay(read, importQueries.samples(read)).ifPresent(it -> {
                throw new Refused("ledger.refused.day-or-month", it);
            });
            kind.findFirstUnclear(importQueries.lines(id, null, 0, LOOKED_AT)).ifPresent(it -> {
                throw new Refused("ledger.refused.direction", it);
            });
            imports.start(id, read.version());
            return new UploadedStatement(id, importQueries.countByOutcome(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
