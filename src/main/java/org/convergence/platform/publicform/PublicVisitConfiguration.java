package org.convergence.platform.publicform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Passes a {@link PublicVisit} to the controllers of public pages. */
@Configuration(proxyBeanMethods = false)
class PublicVisitConfiguration implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    private final ObjectProvider<PublicFormGuard> guard;
    private final ObjectProvider<PublicLanguages> languages;

    PublicVisitConfiguration(ObjectProvider<PublicFormGuard> guard, ObjectProvider<PublicLanguages> languages) {
        this.guard = guard;
        this.languages = languages;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == PublicVisit.class;
    }

    @Override
    public PublicVisit resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return new PublicVisit(
                Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)),
                Objects.requireNonNull(request.getNativeResponse(HttpServletResponse.class)),
                guard.getObject(),
                languages.getObject());
    }
}
