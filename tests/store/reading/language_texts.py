"""A short invented report in each language with a file, for telling what a page is written in."""

TEXTS = {
    "ar": """قال رئيس البلدية إن الجسر القديم آمن وسيفتح أمام السيارات في الأسبوع المقبل.
وأضاف في مؤتمر صحفي أن المهندسين فحصوا الأعمدة التي تضررت بعد الفيضان، وأن السكان لم يعودوا بحاجة إلى السير على الطريق الطويل الذي يمر من الوادي.
وكانت المدينة قد أغلقت الجسر منذ شهرين على خلفية ظهور شقوق، كما طلبت من الحكومة مساعدة في هذا الشأن خلال الصيف.""",
    "cs": """Starosta řekl, že starý most je bezpečný a že se příští týden znovu otevře pro auta.
Inženýři zkontrolovali pilíře, které byly poškozeny při povodni, a žádné trhliny nenašli. Pro obyvatele údolí, kteří už dva měsíce jezdí objížďkou, je to dobrá zpráva.
Také autobus bude jezdit přes most, ale ne před koncem prázdnin. Město utratilo za práce více peněz, než bylo v plánu.""",
    "da": """Borgmesteren siger, at den gamle bro er sikker og bliver åbnet for biler igen i næste uge.
Ingeniørerne har undersøgt de piller, som blev beskadiget under oversvømmelsen, og de fandt ingen revner. For folk i dalen, der har kørt en omvej i to måneder, er det en god nyhed.
Også bussen skal køre over broen, men ikke før ferien er slut. Kommunen har brugt flere penge på arbejdet end planlagt, og det vil man nu se nærmere på.""",
    "de": """Der Bürgermeister sagte, die alte Brücke sei sicher und werde kommende Woche geöffnet.
Die Ingenieure haben in den vergangenen Tagen die Pfeiler geprüft, die nach dem Hochwasser beschädigt waren. Für die Anwohner, die seit zwei Monaten einen Umweg durch das Tal fahren, ist das eine gute Nachricht.
Auch der Bus wird wieder über die Brücke fahren, allerdings nicht vor dem Ende der Ferien. Die Stadt hat für die Arbeiten mehr Geld ausgegeben als geplant.""",
    "en": """The mayor said the old bridge was safe and would be opened to cars again next week.
Engineers have checked the piers that were damaged in the flood, and they found no cracks. For the people of the valley, who had to take a longer road for two months, this is good news.
The bus will also use the bridge, but not before the end of the holidays. The town has spent more on the repair than it had planned to.""",
    "es": """El alcalde dijo que el puente viejo es seguro y que se abrirá a los coches la próxima semana.
Los ingenieros han revisado los pilares que quedaron dañados por la crecida y no encontraron grietas. Para los vecinos del valle, que desde hace dos meses dan un rodeo, es una buena noticia.
También el autobús volverá a pasar por el puente, pero no antes del final de las vacaciones. La ciudad ha gastado más de lo previsto en las obras.""",
    "et": """Linnapea ütles, et vana sild on ohutu ja et see avatakse järgmisel nädalal uuesti autodele.
Insenerid kontrollisid sambaid, mis said üleujutuse ajal kahjustada, aga pragusid ei leitud. Oru elanikele, kes on juba kaks kuud sõitnud ringiga, on see hea uudis.
Ka buss hakkab üle silla sõitma, kuid mitte enne vaheaja lõppu. Linn kulutas töödele rohkem raha, kui oli kavandatud, ning seda tuleb veel selgitada.""",
    "fi": """Pormestari sanoo, että vanha silta on turvallinen ja että se avataan autoille ensi viikolla.
Insinöörit ovat tarkastaneet pilarit, jotka vaurioituivat tulvan aikana, mutta halkeamia ei löytynyt. Laakson asukkaille, jotka ovat jo kaksi kuukautta ajaneet kiertotietä, se on hyvä uutinen.
Myös bussi kulkee sillan yli, mutta ei ennen kuin loma on ohi. Kaupunki on käyttänyt työhön enemmän rahaa kuin oli suunniteltu, ja sitä pitää nyt selvittää.""",
    "fr": """Le maire a déclaré que le vieux pont était sûr et qu’il rouvrirait la semaine prochaine.
Les ingénieurs ont contrôlé les piliers qui avaient été abîmés par la crue et n'ont pas trouvé de fissures. Pour les habitants de la vallée, qui font un détour depuis deux mois, c'est une bonne nouvelle.
Le bus passera lui aussi sur le pont, mais pas avant la fin des vacances. La ville a dépensé plus que prévu pour les travaux.""",
    "hi": """महापौर ने कहा कि पुराना पुल सुरक्षित है और अगले हफ्ते उसे गाड़ियों के लिए फिर से खोल दिया जाएगा।
इंजीनियरों ने बाढ़ में खराब हुए खंभों की जांच की और उन्हें कोई दरार नहीं मिली। घाटी के लोगों के लिए यह अच्छी खबर है, क्योंकि वे दो महीने से लंबे रास्ते से जा रहे थे।
बस भी इस पुल से चलेगी, लेकिन छुट्टियों के बाद ही। शहर ने मरम्मत पर पहले से ज्यादा पैसा खर्च किया है।""",
    "id": """Wali kota mengatakan jembatan lama itu aman dan akan dibuka kembali untuk umum pekan depan.
Para insinyur telah memeriksa tiang yang rusak karena banjir dan tidak menemukan retakan. Bagi warga di lembah, yang selama dua bulan harus melewati jalan lain, hal ini merupakan kabar baik.
Bus juga akan melewati jembatan itu, tetapi bisa jadi baru setelah libur sekolah. Pemerintah kota mengeluarkan uang lebih banyak dari yang direncanakan.""",
    "it": """Il sindaco ha detto che il vecchio ponte è sicuro e che riaprirà alle auto la prossima settimana.
Gli ingegneri hanno controllato i piloni che erano stati danneggiati dalla piena e non hanno trovato crepe. Per gli abitanti della valle, che da due mesi fanno un giro più lungo, è una buona notizia.
Anche l'autobus passerà di nuovo sul ponte, ma non prima della fine delle vacanze. Il comune ha speso nei lavori più di quanto era previsto.""",
    "ja": """市長は古い橋は安全であり、来週にも再び車の通行を認めると述べた。
技術者らは洪水で傷んだ橋脚を調べ、ひび割れは見つからなかったという。谷の住民は二か月のあいだ遠回りをしていた。
バスも橋を渡るようになるが、夏休みが終わってからになる。""",
    "ko": """시장은 낡은 다리가 안전하며 다음 주에 다시 차가 다닐 수 있다고 말했다.
기술자들은 홍수로 손상된 교각을 조사했으며 금이 간 곳은 없었다고 한다. 골짜기 주민들은 두 달 동안 먼 길로 돌아다녀야 했다.
버스도 다리를 건너게 되지만 방학이 끝난 뒤에야 가능하다.""",
    "lt": """Meras sakė, kad senas tiltas yra saugus ir kitą savaitę vėl bus atidarytas automobiliams.
Inžinieriai patikrino atramas, kurios buvo pažeistos per potvynį, ir įtrūkimų nerado. Slėnio gyventojams, kurie jau du mėnesius važiuoja aplinkkeliu, tai yra gera žinia.
Autobusas taip pat važiuos per tiltą, bet tik po atostogų. Miestas darbams išleido daugiau pinigų, nei buvo planuota, ir tai dar bus aiškinama.""",
    "lv": """Mērs teica, ka vecais tilts ir drošs un nākamnedēļ atkal būs atvērts automašīnām.
Inženieri pārbaudīja balstus, kas bija bojāti pēc plūdiem, un plaisas netika atrastas. Ielejas iedzīvotājiem, kuri jau divus mēnešus brauc pa apkārtceļu, tā ir laba ziņa.
Arī autobuss brauks pāri tiltam, bet ne pirms brīvdienu beigām. Pilsēta darbiem iztērēja vairāk naudas, nekā bija plānots.""",
    "ms": """Datuk bandar berkata jambatan lama itu selamat kerana kerajaan telah membaikinya minggu lalu.
Jurutera telah memeriksa tiang yang rosak akibat banjir dan tidak menemui sebarang rekahan. Bagi penduduk di lembah, yang terpaksa melalui jalan lain selama dua bulan, ini adalah berita baik.
Bas juga akan melalui jambatan itu, tetapi hanya selepas cuti sekolah. Majlis bandaraya membelanjakan wang lebih daripada yang dirancang.""",
    "nl": """De burgemeester zegt dat de oude brug veilig is en volgende week weer opengaat voor auto's.
Ingenieurs hebben de pijlers bekeken die door het hoge water waren beschadigd en vonden geen scheuren. Voor de bewoners van het dal, die al twee maanden omrijden, is het goed nieuws.
Ook de bus zal weer over de brug rijden, maar niet voor het einde van de vakantie. De gemeente heeft meer uitgegeven aan het werk dan was bedoeld.""",
    "no": """Ordføreren sier at den gamle broen er trygg og blir åpnet for biler igjen i neste uke.
Ingeniørene har undersøkt pilarene som ble skadet under flommen, og de fant ingen sprekker. For folk i dalen, som har kjørt en omvei i to måneder, er det en god nyhet.
Også bussen skal kjøre over broen, men ikke før ferien er slutt. Kommunen har brukt mer penger på arbeidet enn planlagt, og det vil man nå se nærmere på.""",
    "pl": """Burmistrz powiedział, że stary most jest bezpieczny i w przyszłym tygodniu zostanie otwarty.
Inżynierowie sprawdzili filary, które zostały uszkodzone przez powódź, i nie znaleźli pęknięć. Dla mieszkańców doliny, którzy od dwóch miesięcy jeżdżą okrężną drogą, to dobra wiadomość.
Autobus także będzie jeździł przez most, ale nie przed końcem wakacji. Miasto wydało na remont więcej, niż było w planie.""",
    "pt": """O prefeito disse que a ponte velha é segura e que será aberta aos carros na próxima semana.
Os engenheiros verificaram os pilares que foram danificados pela cheia e não encontraram fissuras. Para os moradores do vale, que há dois meses fazem um desvio, é uma boa notícia.
O ônibus também vai passar pela ponte, mas não antes do fim das férias. A cidade gastou mais do que estava previsto com as obras.""",
    "ro": """Primarul a spus că podul vechi este sigur și că va fi redeschis pentru mașini săptămâna viitoare.
Inginerii au verificat pilonii care au fost avariați la inundație și nu au găsit fisuri. Pentru locuitorii văii, care de două luni fac un ocol, este o veste bună.
Și autobuzul va trece din nou pe pod, dar nu înainte de sfârșitul vacanței. Orașul a cheltuit mai mulți bani decât era prevăzut.""",
    "ru": """Мэр заявил, что старый мост безопасен и на следующей неделе его снова откроют для машин.
Инженеры осмотрели опоры, которые были повреждены во время паводка, и не нашли трещин. Для жителей долины, которые уже два месяца ездят в объезд, это хорошая новость.
Автобус также пойдет по мосту, но только после каникул. Город потратил на ремонт больше, чем было в плане.""",
    "sv": """Borgmästaren säger att den gamla bron är säker och att den öppnas för bilar igen nästa vecka.
Ingenjörerna har undersökt pelarna som skadades under översvämningen och de hittade inga sprickor. För dem som bor i dalen, och som har kört en omväg i två månader, är det en god nyhet.
Även bussen ska köra över bron, men inte förrän lovet är slut. Kommunen har lagt mer pengar på arbetet än vad som var planerat.""",
    "th": """นายกเทศมนตรีกล่าวว่าสะพานเก่าปลอดภัยและจะเปิดให้รถยนต์ใช้อีกครั้งในสัปดาห์หน้า
วิศวกรได้ตรวจสอบเสาที่เสียหายจากน้ำท่วมแล้วไม่พบรอยร้าว ถือเป็นข่าวดีของชาวบ้านในหุบเขาที่ต้องใช้เส้นทางอ้อมมานานสองเดือน
รถโดยสารจะวิ่งผ่านสะพานด้วย แต่ต้องรอให้หมดวันหยุดก่อน ส่วนเทศบาลใช้งบประมาณซ่อมแซมมากกว่าที่วางแผนไว้""",
    "tl": """Sinabi ng alkalde na ligtas na ang lumang tulay at bubuksan itong muli sa mga sasakyan sa susunod na linggo.
Sinuri ng mga inhinyero ang mga haligi na nasira ng baha ngunit wala silang nakitang bitak. Para sa mga residente ng lambak, na dalawang buwan nang umiikot sa mas mahabang daan, ito ay magandang balita.
Dadaan din ang bus sa tulay, pero hindi bago matapos ang bakasyon. Mas malaki ang nagastos ng bayan kaysa sa nakaplano.""",
    "tr": """Belediye başkanı eski köprünün güvenli olduğunu ve gelecek hafta yeniden açılacağını söyledi.
Mühendisler sel sırasında zarar gören ayakları inceledi ve hiçbir çatlak bulmadı. İki aydır daha uzun bir yoldan giden vadi halkı için bu iyi bir haber.
Otobüs de köprüden geçecek ancak tatil bitmeden önce değil. Belediye bu iş için planlanandan daha çok para harcadı.""",
    "uk": """Мер заявив, що старий міст безпечний і наступного тижня його знову відкриють для машин.
Інженери оглянули опори, які були пошкоджені під час паводка, і не знайшли тріщин. Для жителів долини, які вже два місяці їздять в об'їзд, це добра новина.
Автобус також піде мостом, але після канікул. Місто витратило на ремонт більше, ніж було заплановано.""",
    "vi": """Thị trưởng cho biết cây cầu cũ đã an toàn và sẽ được mở lại cho xe cộ vào tuần tới.
Các kỹ sư đã kiểm tra những trụ cầu bị hư hại sau trận lũ và không tìm thấy vết nứt. Với người dân trong thung lũng, phải đi đường vòng từ hai tháng nay, đó là một tin tốt.
Xe buýt cũng sẽ chạy qua cầu, nhưng không trước khi hết kỳ nghỉ. Thành phố đã chi nhiều tiền hơn so với kế hoạch.""",
    "zh": """市长表示，老桥是安全的，下周将重新向车辆开放。
工程师检查了洪水中受损的桥墩，没有发现裂缝。两个月来，山谷里的居民一直绕道而行，这对他们来说是个好消息。
公共汽车也将从桥上通过，但要等到假期结束之后。""",
}
