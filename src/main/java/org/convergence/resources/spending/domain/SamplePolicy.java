package org.convergence.resources.spending.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.convergence.platform.access.Token;
import org.convergence.resources.spending.domain.FinancialReport.ReportedVoucher;
import org.convergence.resources.spending.domain.FinancialReport.VoucherShare;

/**
 * A random sample that anyone draws again from the seed and the report (R-GRANT-20): the largest expense of each line,
 * as far as they fit; then each line in proportion to its expenses, by the SHA-256 of the seed and the voucher's number.
 */
final class SamplePolicy {

    private static final Comparator<ReportedVoucher> LARGEST = Comparator.<ReportedVoucher, BigDecimal>comparing(
                    voucher -> voucher.charged().abs())
            .reversed()
            .thenComparingInt(ReportedVoucher::number);

    private SamplePolicy() {}

    /** The sampled expenses of a report, in its order. */
    static List<ReportedVoucher> draw(List<ReportedVoucher> all, int seed, int size) {
        Set<ReportedVoucher> drawn = new LinkedHashSet<>();
        Map<String, List<ReportedVoucher>> lines =
                all.stream().collect(Collectors.groupingBy(SamplePolicy::line, TreeMap::new, Collectors.toList()));
        all.stream().min(LARGEST).ifPresent(drawn::add);
        lines.values().stream()
                .map(line -> line.stream().min(LARGEST).orElseThrow())
                .sorted(LARGEST)
                .limit(size)
                .forEach(drawn::add);
        List<DrawnShare> shares = new ArrayList<>();
        for (List<ReportedVoucher> line : lines.values()) {
            List<ReportedVoucher> rest = line.stream()
                    .filter(voucher -> !drawn.contains(voucher))
                    .sorted(Comparator.comparing(voucher -> rank(seed, voucher)))
                    .toList();
            for (int at = 0; at < rest.size(); at++) {
                // The k-th of n expenses of a line comes when the sample has reached the share k / n of every line.
                shares.add(new DrawnShare((at + 1.0) / line.size(), rank(seed, rest.get(at)), rest.get(at)));
            }
        }
        shares.stream()
                .sorted(Comparator.comparingDouble(DrawnShare::share).thenComparing(DrawnShare::rank))
                .limit(Math.max(0, size - drawn.size()))
                .map(DrawnShare::voucher)
                .forEach(drawn::add);
        return all.stream().filter(drawn::contains).toList();
    }

    private record DrawnShare(double share, String rank, ReportedVoucher voucher) {}

    /** The line that bears the most of an expense. */
    static String line(ReportedVoucher voucher) {
        return voucher.shares().stream()
                .max(Comparator.comparing(share -> share.amount().abs()))
                .map(VoucherShare::code)
                .orElse("");
    }

    private static String rank(int seed, ReportedVoucher voucher) {
        return HexFormat.of().formatHex(Token.hashOf(seed + "|" + voucher.number()));
    }
}
