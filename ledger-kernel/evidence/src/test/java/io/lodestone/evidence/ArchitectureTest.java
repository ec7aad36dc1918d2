package io.lodestone.evidence;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the kernel may use, and where. */
class ArchitectureTest {

    private static final String ROOT = "io.lodestone.evidence";
    private static final Set<String> INEXACT = Set.of("float", "double", "java.lang.Float", "java.lang.Double");
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void the_kernel_depends_on_java_and_five_libraries() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "javax.crypto..",
                        "javax.naming..",
                        "javax.security.auth.x500..",
                        ROOT + "..",
                        "org.jspecify..",
                        "com.fasterxml.jackson.core..",
                        "org.bouncycastle..",
                        "dev.cel..",
                        "com.google.common.collect..")
                .because("no framework, logging or reactive type decides what is true")
                .check(CLASSES);
    }

    @Test
    void each_library_has_one_home() {
        home("com.fasterxml.jackson..", "canonical");
        home("org.bouncycastle..", "signature");
        home("dev.cel..", "ruleset");
        home("com.google..", "ruleset");
        home("javax.crypto..", "signature");
        home("javax.naming..", "signature");
    }

    private static void home(String library, String feature) {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "." + feature + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(CLASSES);
    }

    @Test
    void hashing_and_signing_have_one_home_each() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".digest")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(MessageDigest.class)
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".signature")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Signature.class)
                .check(CLASSES);
    }

    @Test
    void quantities_are_exact() {
        noFields()
                .should(new ArchCondition<>("be inexact") {
                    @Override
                    public void check(JavaField field, ConditionEvents events) {
                        boolean inexact = INEXACT.contains(field.getRawType().getName());
                        events.add(new SimpleConditionEvent(field, inexact, field.getFullName()));
                    }
                })
                .check(CLASSES);
        methods().should(exact()).check(CLASSES);
        ArchRuleDefinition.constructors().should(exact()).check(CLASSES);
    }

    private static <T extends JavaCodeUnit> ArchCondition<T> exact() {
        return new ArchCondition<>("neither take nor return float or double") {
            @Override
            public void check(T unit, ConditionEvents events) {
                boolean inexact = Stream.concat(
                                unit.getRawParameterTypes().stream(), Stream.of(unit.getRawReturnType()))
                        .map(JavaClass::getName)
                        .anyMatch(INEXACT::contains);
                events.add(new SimpleConditionEvent(unit, !inexact, unit.getFullName()));
            }
        };
    }

    @Test
    void time_and_chance_are_arguments() {
        noClasses()
                .should()
                .dependOnClassesThat(assignableToAny(Clock.class, Random.class, SecureRandom.class))
                .check(CLASSES);
        noClasses()
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "reads a clock or draws an id",
                        call -> call.getTarget().getName().equals("now")
                                        && call.getTargetOwner()
                                                .getPackageName()
                                                .startsWith("java.time")
                                || call.getTargetOwner().isEquivalentTo(UUID.class)
                                        && call.getTarget().getName().equals("randomUUID")
                                || call.getTargetOwner().isEquivalentTo(System.class)
                                        && Set.of("currentTimeMillis", "nanoTime")
                                                .contains(call.getTarget().getName())
                                || call.getTargetOwner().isEquivalentTo(Math.class)
                                        && call.getTarget().getName().equals("random")))
                .check(CLASSES);
        noClasses().should().callMethod(Instant.class, "now").check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> assignableToAny(Class<?>... types) {
        return DescribedPredicate.describe(
                "a clock or a source of chance", type -> Stream.of(types).anyMatch(type::isAssignableTo));
    }

    @Test
    void features_do_not_depend_on_each_other_in_a_circle() {
        SlicesRuleDefinition.slices()
                .matching(ROOT + ".(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void nothing_reaches_a_network() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net..", "java.rmi..", "javax.net..", "java.nio.channels..")
                .check(CLASSES);
    }

    @Test
    void nothing_writes_to_the_console_or_logs() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "org.jboss.logging..", "org.slf4j..")
                .check(CLASSES);
    }
}
