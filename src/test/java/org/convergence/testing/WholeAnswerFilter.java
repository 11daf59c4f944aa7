package org.convergence.testing;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.mock.web.DelegatingServletOutputStream;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a mock response take many bytes at a time: one by one they took a tenth of the time of a page. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class WholeAnswerFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response instanceof MockHttpServletResponse mock ? new WholeAnswer(mock) : response);
    }

    private static final class WholeAnswer extends HttpServletResponseWrapper {

        WholeAnswer(MockHttpServletResponse response) {
            super(response);
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            var one = (DelegatingServletOutputStream) super.getOutputStream();
            return new DelegatingServletOutputStream(one.getTargetStream()) {

                @Override
                public void write(int next) throws IOException {
                    one.write(next);
                }

                /** The last byte goes the usual way, on which the response becomes committed. */
                @Override
                public void write(byte[] bytes, int start, int length) throws IOException {
                    if (length > 0) {
                        getTargetStream().write(bytes, start, length - 1);
                        one.write(bytes[start + length - 1]);
                    }
                }

                @Override
                public void flush() throws IOException {
                    one.flush();
                }
            };
        }
    }
}
