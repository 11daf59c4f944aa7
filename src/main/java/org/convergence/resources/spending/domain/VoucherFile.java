package org.convergence.resources.spending.domain;

import org.convergence.platform.document.PreparedDocument;
import org.convergence.resources.spending.domain.CfdiReader.CfdiVoucher;
import org.jspecify.annotations.Nullable;

/**
 * The file of a voucher.
 *
 * @param cfdi what it says, if it is a Mexican invoice in XML
 */
public record VoucherFile(PreparedDocument file, @Nullable CfdiVoucher cfdi) {

    /** The scheme of identities of Mexican invoices. */
    static final String CFDI = "CFDI";
}
