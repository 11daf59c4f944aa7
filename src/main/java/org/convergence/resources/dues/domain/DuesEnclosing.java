package org.convergence.resources.dues.domain;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.mail.Enclosure;
import org.convergence.platform.rendering.Edition;
import org.convergence.platform.rendering.Rendering;
import org.convergence.platform.settings.Speaking;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.ledger.domain.InvoiceFile;
import org.convergence.resources.ledger.domain.InvoicePaper;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;

/** Completes the letters of a call when they leave: the balance still owed, the invoice, and its enclosures. */
@Component
class DuesEnclosing implements BodyCompleter {

    static final String NAME = "dues-invoice";

    private final InvoiceFile file;
    private final InvoicePaper paper;
    private final CallLeaflets leaflets;
    private final Speaking speaking;

    DuesEnclosing(InvoiceFile file, InvoicePaper paper, CallLeaflets leaflets, Speaking speaking) {
        this.file = file;
        this.paper = paper;
        this.leaflets = leaflets;
        this.speaking = speaking;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, String> complete(UUID subject) {
        InvoiceFile.Whole it = file.one(new InvoiceId(subject));
        return values(it, speaking.to(it.language()));
    }

    private static Map<String, String> values(InvoiceFile.Whole it, Words t) {
        return Map.of(
                "number", it.number(),
                "balance", t.money(it.balance()),
                "due", t.date(it.expectedOn()));
    }

    /** Fills the same placeholders in a printed text. */
    static String fill(String text, InvoiceFile.Whole it, Words t) {
        String whole = text;
        for (Map.Entry<String, String> value : values(it, t).entrySet()) {
            whole = whole.replace("[[" + value.getKey() + "]]", value.getValue());
        }
        return whole;
    }

    @Override
    public List<Enclosure> enclosures(UUID subject) {
        InvoiceFile.Whole it = file.one(new InvoiceId(subject));
        var pdf = new ByteArrayOutputStream();
        Rendering.PDF.write(paper.toPayer(it), speaking.to(it.language()), Edition.at(""), pdf);
        List<Enclosure> all = new ArrayList<>();
        all.add(enclosure(it.number() + ".pdf", pdf));
        leaflets.of(it.id()).ifPresent(leaflet -> {
            var copy = new ByteArrayOutputStream();
            try {
                leaflet.writeTo(copy);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            all.add(enclosure(leaflet.name(), copy));
        });
        return all;
    }

    private static Enclosure enclosure(String name, ByteArrayOutputStream pdf) {
        return new Enclosure(name, Rendering.PDF.mediaType(), new ByteArrayResource(pdf.toByteArray()));
    }
}
