package io.lotwire.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Passwords are kept as Argon2id, as others make and read it. */
class PasswordHashTest {
    private static final String PASSWORD = "three words and a fish";

    /** RFC 9106, section 5.3: what we hash by does what the standard says. */
    @Test
    void theVectorOfTheStandardComesOut() {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(32)
                .withIterations(3)
                .withParallelism(4)
                .withSalt(filled(16, 2))
                .withSecret(filled(8, 3))
                .withAdditional(filled(12, 4))
                .build());
        byte[] tag = new byte[32];
        generator.generateBytes(filled(32, 1), tag);

        assertThat(HexFormat.of().formatHex(tag))
                .isEqualTo("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
    }

    /** Of the reference implementation: PHC strings of others are read. */
    @Test
    void whatTheReferenceImplementationMadeIsRead() {
        for (String phc : List.of(
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc")) {
            assertThat(PasswordHash.check("password", phc)).isEqualTo(PasswordHash.Check.RIGHT_BUT_OLD);
            assertThat(PasswordHash.check("passwort", phc)).isEqualTo(PasswordHash.Check.WRONG);
        }
    }

    @Test
    void theRightPasswordIsKnownAndNoOther() {
        String kept = PasswordHash.of(PASSWORD);

        assertThat(kept).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").isNotEqualTo(PasswordHash.of(PASSWORD));
        assertThat(PasswordHash.check(PASSWORD, kept)).isEqualTo(PasswordHash.Check.RIGHT);
        assertThat(PasswordHash.check(PASSWORD + " ", kept)).isEqualTo(PasswordHash.Check.WRONG);
        assertThat(PasswordHash.check("", kept)).isEqualTo(PasswordHash.Check.WRONG);
    }

    @Test
    void anAccentIsTheSameHoweverItIsTyped() {
        assertThat(PasswordHash.check("cafe\u0301 au lait", PasswordHash.of("caf\u00e9 au lait")))
                .isEqualTo(PasswordHash.Check.RIGHT);
    }

    @Test
    void whatIsLongerThanPasswordsMayBeIsWrong() {
        String longest = "ab".repeat(Passwords.MOST / 2);

        assertThat(PasswordHash.check(longest, PasswordHash.of(longest))).isEqualTo(PasswordHash.Check.RIGHT);
        assertThat(PasswordHash.check(longest + "a", PasswordHash.of(longest + "a")))
                .isEqualTo(PasswordHash.Check.WRONG);
        assertThat(PasswordHash.check(longest + "a", PasswordHash.of(""))).isEqualTo(PasswordHash.Check.WRONG);
    }

    @Test
    void whatIsKeptInAnotherWayIsNotTakenForAPassword() {
        for (String kept : List.of(
                "",
                PASSWORD,
                "$2b$12$abcdefghijklmnopqrstuv",
                "$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$iekCn0Y3spW+sCcFanM2xBT63UP2sghkUoHLIUpWRS8",
                "$argon2id$v=19$m=9999999,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4")) {
            assertThatThrownBy(() -> PasswordHash.check(PASSWORD, kept)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    @Timeout(60)
    void aThirdHashWaitsSoThatManyTakeNoMoreMemoryThanTwo() throws InterruptedException {
        PasswordHash.AT_ONCE.acquire(2);
        CompletableFuture<String> third = CompletableFuture.supplyAsync(() -> PasswordHash.of(PASSWORD));
        try {
            while (!PasswordHash.AT_ONCE.hasQueuedThreads()) {
                Thread.onSpinWait();
            }
            assertThat(third).isNotDone();
        } finally {
            PasswordHash.AT_ONCE.release(2);
        }
        assertThat(third.join()).startsWith("$argon2id$");
    }

    @Test
    void aPasswordIsLongAndNotKnown() {
        assertThat(Passwords.wrong(PASSWORD, "ada")).isEmpty();
        assertThat(Passwords.wrong("x7#Kq", "ada")).singleElement().asString().contains("fewer than 12 characters");
        assertThat(Passwords.wrong("Password1234", "ada"))
                .singleElement()
                .asString()
                .contains("tries first");
        assertThat(Passwords.wrong("ababababababab", "ada"))
                .singleElement()
                .asString()
                .contains("different");
        assertThat(Passwords.wrong("green.valley.ops7", "green.valley.ops"))
                .singleElement()
                .asString()
                .contains("the name of the account");
        assertThat(Passwords.wrong("ab".repeat(101) + "cdefg", "ada"))
                .singleElement()
                .asString()
                .contains("more than 200");
        assertThat(Passwords.wrong("adaadaadaada", "ada")).hasSize(2);
    }

    @Test
    void aNewPasswordIsAGoodOneAndEachTimeAnother() {
        String password = Passwords.random();

        assertThat(password).hasSize(20).matches("[a-km-np-z2-9]+").isNotEqualTo(Passwords.random());
        assertThat(Passwords.wrong(password, "admin")).isEmpty();
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
